// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

func answerDockerfile(question map[string]any) answer {
	source := text(question, "text")
	result, err := parse(source)

	escape := `\`
	warnings := 0
	var nodes []answer
	if err == nil {
		escape = string(result.EscapeToken)
		warnings = len(result.Warnings)
		nodes = []answer{}
		for _, child := range result.AST.Children {
			nodes = append(nodes, nodeAnswer(child))
		}
	}
	out := answer{
		{"escape", escape},
		{"warnings", warnings},
		{"error", message(err)},
	}
	if line := firstLine(err); line > 0 {
		out = append(out, member{"errorLine", line})
	}
	out = append(out, member{"nodes", nodes})

	checkError, lines := check(source, text(question, "dockerignore"))
	out = append(out, member{"checkError", checkError})
	if len(lines) > 0 {
		out = append(out, member{"checkErrorLine", lines[0]})
	}
	if len(lines) > 1 {
		out = append(out, member{"checkErrorLines", lines})
	}
	return out
}

func parse(source string) (result *parser.Result, err error) {
	defer func() {
		if p := recover(); p != nil {
			result, err = nil, fmt.Errorf("panic: %v", p)
		}
	}()
	result, err = parser.Parse(strings.NewReader(source))
	return result, err
}

// allLines gives the first line of each place that an error names.
func allLines(err error) []int {
	var located *parser.LocationError
	if !errors.As(err, &located) {
		return nil
	}
	var lines []int
	for _, ranges := range located.Locations {
		if len(ranges) > 0 && ranges[0].Start.Line > 0 {
			lines = append(lines, ranges[0].Start.Line)
		}
	}
	return lines
}

// firstLine gives the line an error names first, or 0 where it names none.
func firstLine(err error) int {
	if lines := allLines(err); len(lines) > 0 {
		return lines[0]
	}
	return 0
}

func nodeAnswer(node *parser.Node) answer {
	var sub answer
	if node.Next != nil && len(node.Next.Children) > 0 {
		sub = nodeAnswer(node.Next.Children[0])
	}
	var heredocs []answer
	for _, heredoc := range node.Heredocs {
		heredocs = append(heredocs, answer{
			{"Name", heredoc.Name},
			{"Expand", heredoc.Expand},
			{"Chomp", heredoc.Chomp},
			{"FD", heredoc.FileDescriptor},
			{"Content", heredoc.Content},
		})
	}
	return answer{
		{"V", strings.ToLower(node.Value)},
		{"F", node.Flags},
		{"A", nodeArgs(node)},
		{"J", node.Attributes["json"]},
		{"S", node.StartLine},
		{"E", node.EndLine},
		{"H", heredocs},
		{"Sub", sub},
		{"O", node.Original},
	}
}

// nodeArgs flattens the arguments: for ENV and LABEL name, value, separator of
// each pair in turn.
func nodeArgs(node *parser.Node) []string {
	var args []string
	for arg := node.Next; arg != nil; arg = arg.Next {
		if len(arg.Children) == 0 {
			args = append(args, arg.Value)
		}
	}
	return args
}
