// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
)

// parseRoutes reads "orders=http://orders:3000,ledger=http://ledger:8000".
func parseRoutes(text string) (map[string]*url.URL, error) {
	routes := map[string]*url.URL{}
	for _, entry := range strings.Split(text, ",") {
		if entry == "" {
			continue
		}
		name, target, found := strings.Cut(entry, "=")
		address, err := url.Parse(target)
		if !found || err != nil || address.Host == "" {
			return nil, fmt.Errorf("%q is not name=URL", entry)
		}
		routes[name] = address
	}
	return routes, nil
}

// handler answers /healthz itself and passes /name/rest on as /rest.
func handler(routes map[string]*url.URL) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "ok")
	})
	for name, target := range routes {
		prefix := "/" + name
		mux.Handle(prefix+"/", http.StripPrefix(prefix, httputil.NewSingleHostReverseProxy(target)))
	}
	return mux
}
