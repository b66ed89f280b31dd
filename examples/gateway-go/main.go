// SPDX-License-Identifier: Apache-2.0

// Gateway passes requests on by the first part of their path. With -check it
// asks the running gateway for its health.
package main

import (
	"context"
	"flag"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

const address = ":8080"

func main() {
	check := flag.Bool("check", false, "ask the running gateway for its health")
	flag.Parse()
	if *check {
		os.Exit(health())
	}

	routes, err := parseRoutes(os.Getenv("GATEWAY_ROUTES"))
	if err != nil {
		slog.Error("cannot read GATEWAY_ROUTES", "error", err)
		os.Exit(2)
	}
	server := &http.Server{
		Addr:              address,
		Handler:           handler(routes),
		ReadHeaderTimeout: 5 * time.Second,
	}

	stop, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer cancel()
	stopped := make(chan struct{})
	go func() {
		<-stop.Done()
		patience, enough := context.WithTimeout(context.Background(), 10*time.Second)
		defer enough()
		if err := server.Shutdown(patience); err != nil {
			slog.Error("requests were cut off", "error", err)
		}
		close(stopped)
	}()

	slog.Info("listening", "address", address, "routes", len(routes))
	if err := server.ListenAndServe(); err != http.ErrServerClosed {
		slog.Error("cannot listen", "error", err)
		os.Exit(1)
	}
	<-stopped
}

func health() int {
	client := &http.Client{Timeout: 2 * time.Second}
	response, err := client.Get("http://127.0.0.1" + address + "/healthz")
	if err != nil {
		return 1
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return 1
	}
	return 0
}
