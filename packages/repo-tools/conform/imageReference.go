// SPDX-License-Identifier: Apache-2.0

package main

import "github.com/distribution/reference"

func answerImageReference(question map[string]any) answer {
	named, err := reference.ParseNormalizedNamed(text(question, "ref"))
	var domain, path, tag, digest, familiar, full string
	if err == nil {
		domain = reference.Domain(named)
		path = reference.Path(named)
		if tagged, ok := named.(reference.Tagged); ok {
			tag = tagged.Tag()
		}
		if digested, ok := named.(reference.Digested); ok {
			digest = digested.Digest().String()
		}
		familiar = reference.FamiliarString(named)
		full = reference.TagNameOnly(named).String()
	}
	return answer{
		{"domain", domain},
		{"path", path},
		{"tag", tag},
		{"digest", digest},
		{"familiar", familiar},
		{"full", full},
		{"error", message(err)},
	}
}
