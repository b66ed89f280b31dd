// SPDX-License-Identifier: Apache-2.0

package main

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestPassesRequestsOn(t *testing.T) {
	var asked string
	service := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		asked = r.URL.Path
	}))
	defer service.Close()
	routes, err := parseRoutes("orders=" + service.URL)
	if err != nil {
		t.Fatal(err)
	}
	answer := httptest.NewRecorder()
	handler(routes).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/orders/7", nil))
	if asked != "/7" || answer.Code != http.StatusOK {
		t.Errorf("asked %q, answered %d", asked, answer.Code)
	}
}

func TestRefusesRoutesWithoutTarget(t *testing.T) {
	for _, text := range []string{"orders", "orders=", "orders=orders:3000"} {
		if _, err := parseRoutes(text); err == nil {
			t.Errorf("%q is taken", text)
		}
	}
}
