// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

type envMap map[string]string

func (e envMap) Get(key string) (string, bool) {
	value, ok := e[key]
	return value, ok
}

func (e envMap) Keys() []string {
	return slices.Sorted(maps.Keys(e))
}

func answerWord(question map[string]any) answer {
	escape := '\\'
	if s := text(question, "escape"); s != "" {
		escape = []rune(s)[0]
	}
	env := envMap{}
	if members, ok := question["env"].(map[string]any); ok {
		for key := range members {
			env[key] = text(members, key)
		}
	}
	word := text(question, "word")

	var value any
	var unmatched []string
	one, err := expand(escape, func(lex *shell.Lex) (shell.ProcessWordResult, error) {
		return lex.ProcessWordWithMatches(word, env)
	})
	if err == nil {
		value = one.Result
		unmatched = slices.Sorted(maps.Keys(one.Unmatched))
	}
	many, wordsErr := expand(escape, func(lex *shell.Lex) (shell.ProcessWordResult, error) {
		words, err := lex.ProcessWords(word, env)
		return shell.ProcessWordResult{Words: words}, err
	})
	words := many.Words
	if wordsErr != nil {
		words = nil
	} else if words == nil {
		words = []string{}
	}
	return answer{
		{"value", value},
		{"unmatched", unmatched},
		{"error", message(err)},
		{"words", words},
		{"wordsError", message(wordsErr)},
	}
}

func expand(escape rune, run func(*shell.Lex) (shell.ProcessWordResult, error)) (result shell.ProcessWordResult, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return run(shell.NewLex(escape))
}
