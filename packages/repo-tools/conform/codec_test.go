// SPDX-License-Identifier: Apache-2.0

package main

import (
	"strings"
	"testing"
)

func TestBytesTravelAsLoneSurrogates(t *testing.T) {
	cases := map[string]string{
		`"a\udcffb"`:               "a\xffb",
		`"\udcc3\udca9"`:           "é",
		`"\ud83d\udc33"`:           "🐳",
		`"🐳é\u00e9"`:               "🐳éé",
		`"\udced\udca0\udc80"`:     "\xed\xa0\x80",
		`"\"\\\/\b\f\n\r\t\u0000"`: "\"\\/\b\f\n\r\t\x00",
	}
	for json, want := range cases {
		object, err := decodeObject([]byte(`{"k": [` + json + `, -1.5e3, true, null, {}]}`))
		if err != nil {
			t.Errorf("%s: %v", json, err)
			continue
		}
		got := object["k"].([]any)[0].(string)
		if got != want {
			t.Errorf("%s: read %q, want %q", json, got, want)
		}
		again, err := decodeObject(encode(answer{{"k", got}}))
		if err != nil || again["k"] != want {
			t.Errorf("%s: came back as %q, %v", json, again["k"], err)
		}
	}
}

func TestSurrogatesThatAreNoBytesAreRefused(t *testing.T) {
	for _, json := range []string{`"\ud83d"`, `"\udc33"`, `"\ud83d\u0041"`, `"\uZZZZ"`, `"\x"`, `"`} {
		if _, err := decodeObject([]byte(`{"k":` + json + `}`)); err == nil {
			t.Errorf("%s was read", json)
		}
	}
}

func TestAnswersKeepTheirOrder(t *testing.T) {
	var questions strings.Builder
	for range 500 {
		questions.WriteString(`{"kind":"word","word":"$A","env":{"A":"x"}}` + "\n")
		questions.WriteString(`{"kind":"imageReference","ref":"alpine"}` + "\n")
	}
	var answers strings.Builder
	if err := serve(strings.NewReader(questions.String()), &answers, 4); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(answers.String()), "\n")
	if len(lines) != 1000 {
		t.Fatalf("%d answers", len(lines))
	}
	for at, line := range lines {
		if strings.Contains(line, `"unmatched"`) != (at%2 == 0) {
			t.Fatalf("answer %d is %s", at, line)
		}
	}
}
