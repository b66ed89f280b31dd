// SPDX-License-Identifier: Apache-2.0

// Gateway answers every request with its name; with -check it asks itself.
package main

import (
	"flag"
	"fmt"
	"net/http"
	"os"
)

func main() {
	check := flag.Bool("check", false, "ask the running gateway for its health")
	flag.Parse()
	if *check {
		response, err := http.Get("http://127.0.0.1:8080/")
		if err != nil || response.StatusCode != http.StatusOK {
			os.Exit(1)
		}
		return
	}
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "gateway")
	})
	if err := http.ListenAndServe(":8080", nil); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
