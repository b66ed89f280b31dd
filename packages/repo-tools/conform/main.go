// SPDX-License-Identifier: Apache-2.0

// Command conform answers, on standard output, what Docker's own libraries
// make of the inputs it reads from standard input: one JSON object per line
// in, one per line out, in the same order. `npm run conform` compares these
// answers with those of Plimsoll's engine.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"runtime"
)

// answerers holds the question behind each value of `kind`.
var answerers = map[string]func(question map[string]any) answer{
	"dockerfile":     answerDockerfile,
	"word":           answerWord,
	"dockerignore":   answerDockerignore,
	"imageReference": answerImageReference,
}

func main() {
	stderr := os.Stderr
	// text/scanner, inside BuildKit's word expansion, reports every byte that
	// is not UTF-8 there.
	if null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0); err == nil {
		os.Stderr = null
	}
	if err := serve(os.Stdin, os.Stdout, runtime.NumCPU()); err != nil {
		fmt.Fprintln(stderr, "conform:", err)
		os.Exit(1)
	}
}

// serve answers the questions on `workers` goroutines and keeps their order.
func serve(in io.Reader, out io.Writer, workers int) error {
	type job struct {
		line   []byte
		answer chan []byte
	}
	todo := make(chan job)
	ordered := make(chan job, 4*workers)
	for range workers {
		go func() {
			for j := range todo {
				j.answer <- answerLine(j.line)
			}
		}()
	}

	written := make(chan error, 1)
	go func() {
		w := bufio.NewWriterSize(out, 1<<16)
		for {
			var j job
			var ok bool
			select {
			case j, ok = <-ordered:
			default:
				// Nothing is waiting: let the reader have what there is.
				w.Flush()
				j, ok = <-ordered
			}
			if !ok {
				written <- w.Flush()
				return
			}
			var line []byte
			select {
			case line = <-j.answer:
			default:
				w.Flush()
				line = <-j.answer
			}
			w.Write(line)
			w.WriteByte('\n')
		}
	}()

	reader := bufio.NewReaderSize(in, 1<<20)
	for {
		line, err := reader.ReadBytes('\n')
		if len(line) > 1 {
			j := job{line: line, answer: make(chan []byte, 1)}
			ordered <- j
			todo <- j
		}
		if err != nil {
			close(todo)
			close(ordered)
			if werr := <-written; werr != nil {
				return werr
			}
			if err == io.EOF {
				return nil
			}
			return err
		}
	}
}

func answerLine(line []byte) []byte {
	question, err := decodeObject(line)
	if err != nil {
		return encode(answer{{"protocolError", err.Error()}})
	}
	kind, _ := question["kind"].(string)
	answerer := answerers[kind]
	if answerer == nil {
		return encode(answer{{"protocolError", "unknown kind: " + kind}})
	}
	return encode(answerer(question))
}

// text gives a field that holds a string, or "" where there is none.
func text(question map[string]any, key string) string {
	s, _ := question[key].(string)
	return s
}

// message gives an error's text, or nil where there is no error.
func message(err error) any {
	if err == nil {
		return nil
	}
	return err.Error()
}
