// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"strings"

	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
)

func answerDockerignore(question map[string]any) answer {
	patterns, excluded, err := readAndMatch(question)
	return answer{
		{"patterns", patterns},
		{"excluded", excluded},
		{"error", message(err)},
	}
}

func readAndMatch(question map[string]any) (patterns []string, excluded []bool, err error) {
	defer func() {
		if p := recover(); p != nil {
			excluded, err = nil, fmt.Errorf("panic: %v", p)
		}
	}()
	patterns, err = ignorefile.ReadAll(strings.NewReader(text(question, "text")))
	if err != nil {
		return nil, nil, err
	}
	if patterns == nil {
		patterns = []string{}
	}
	matcher, err := patternmatcher.New(patterns)
	if err != nil {
		return patterns, nil, err
	}
	paths, _ := question["paths"].([]any)
	for _, path := range paths {
		path, _ := path.(string)
		matched, err := matcher.MatchesOrParentMatches(path)
		if err != nil {
			return patterns, nil, err
		}
		excluded = append(excluded, matched)
	}
	return patterns, excluded, nil
}
