// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// The standard library's JSON replaces what is not UTF-8. Here a byte that is
// not UTF-8 travels as the lone surrogate U+DC80..U+DCFF, in both directions,
// so that a file of any bytes comes through unchanged.

// member is one key of a JSON object; an answer keeps its keys in order.
type member struct {
	key   string
	value any
}

type answer []member

func encode(value any) []byte {
	var out bytes.Buffer
	encodeTo(&out, value)
	return out.Bytes()
}

func encodeTo(out *bytes.Buffer, value any) {
	switch v := value.(type) {
	case nil:
		out.WriteString("null")
	case bool:
		out.WriteString(strconv.FormatBool(v))
	case int:
		out.WriteString(strconv.Itoa(v))
	case uint:
		out.WriteString(strconv.FormatUint(uint64(v), 10))
	case string:
		encodeString(out, v)
	case []string:
		encodeList(out, v)
	case []bool:
		encodeList(out, v)
	case []int:
		encodeList(out, v)
	case []answer:
		encodeList(out, v)
	case answer:
		if v == nil {
			out.WriteString("null")
			return
		}
		out.WriteByte('{')
		for i, m := range v {
			if i > 0 {
				out.WriteByte(',')
			}
			encodeString(out, m.key)
			out.WriteByte(':')
			encodeTo(out, m.value)
		}
		out.WriteByte('}')
	default:
		panic(fmt.Sprintf("no JSON for %T", value))
	}
}

func encodeList[T any](out *bytes.Buffer, list []T) {
	if list == nil {
		out.WriteString("null")
		return
	}
	out.WriteByte('[')
	for i, item := range list {
		if i > 0 {
			out.WriteByte(',')
		}
		encodeTo(out, item)
	}
	out.WriteByte(']')
}

func encodeString(out *bytes.Buffer, s string) {
	out.WriteByte('"')
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(out, `\udc%02x`, s[i])
		case r == '"' || r == '\\':
			out.WriteByte('\\')
			out.WriteByte(s[i])
		case r < 0x20 || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029:
			fmt.Fprintf(out, `\u%04x`, r)
		default:
			out.WriteString(s[i : i+size])
		}
		i += size
	}
	out.WriteByte('"')
}

// decodeObject reads one JSON object. Its values are string, float64, bool,
// nil, []any and map[string]any.
func decodeObject(line []byte) (map[string]any, error) {
	d := decoder{in: line}
	value, err := d.value()
	if err != nil {
		return nil, fmt.Errorf("at byte %d: %w", d.at, err)
	}
	d.space()
	if d.at != len(d.in) {
		return nil, fmt.Errorf("at byte %d: more than one value", d.at)
	}
	object, ok := value.(map[string]any)
	if !ok {
		return nil, errors.New("not an object")
	}
	return object, nil
}

type decoder struct {
	in []byte
	at int
}

func (d *decoder) space() {
	for d.at < len(d.in) && bytes.IndexByte([]byte(" \t\r\n"), d.in[d.at]) >= 0 {
		d.at++
	}
}

func (d *decoder) take(token string) bool {
	if bytes.HasPrefix(d.in[d.at:], []byte(token)) {
		d.at += len(token)
		return true
	}
	return false
}

func (d *decoder) value() (any, error) {
	d.space()
	switch {
	case d.take("{"):
		return d.object()
	case d.take("["):
		return d.array()
	case d.take(`"`):
		return d.str()
	case d.take("true"):
		return true, nil
	case d.take("false"):
		return false, nil
	case d.take("null"):
		return nil, nil
	}
	start := d.at
	for d.at < len(d.in) && bytes.IndexByte([]byte("+-.eE0123456789"), d.in[d.at]) >= 0 {
		d.at++
	}
	return strconv.ParseFloat(string(d.in[start:d.at]), 64)
}

func (d *decoder) object() (any, error) {
	object := map[string]any{}
	for first := true; ; first = false {
		d.space()
		if d.take("}") {
			return object, nil
		}
		if !first && !d.take(",") {
			return nil, errors.New("expected , or }")
		}
		d.space()
		if !d.take(`"`) {
			return nil, errors.New("expected a key")
		}
		key, err := d.str()
		if err != nil {
			return nil, err
		}
		d.space()
		if !d.take(":") {
			return nil, errors.New("expected :")
		}
		if object[key], err = d.value(); err != nil {
			return nil, err
		}
	}
}

func (d *decoder) array() (any, error) {
	array := []any{}
	for first := true; ; first = false {
		d.space()
		if d.take("]") {
			return array, nil
		}
		if !first && !d.take(",") {
			return nil, errors.New("expected , or ]")
		}
		item, err := d.value()
		if err != nil {
			return nil, err
		}
		array = append(array, item)
	}
}

var simpleEscapes = map[byte]byte{
	'"': '"', '\\': '\\', '/': '/',
	'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t',
}

func (d *decoder) str() (string, error) {
	var out []byte
	for d.at < len(d.in) {
		c := d.in[d.at]
		d.at++
		switch c {
		case '"':
			return string(out), nil
		case '\\':
			if d.at == len(d.in) {
				return "", errors.New("unterminated escape")
			}
			e := d.in[d.at]
			d.at++
			if e != 'u' {
				plain, ok := simpleEscapes[e]
				if !ok {
					return "", errors.New("unknown escape")
				}
				out = append(out, plain)
				continue
			}
			unit, err := d.unit()
			if err != nil {
				return "", err
			}
			if utf16.IsSurrogate(unit) && d.take(`\u`) {
				low, err := d.unit()
				if err != nil {
					return "", err
				}
				if r := utf16.DecodeRune(unit, low); r != utf8.RuneError {
					out = utf8.AppendRune(out, r)
					continue
				}
				d.at -= len(`\udc80`) // not a pair: read it on its own
			}
			switch {
			case unit >= 0xdc80 && unit <= 0xdcff:
				out = append(out, byte(unit-0xdc00))
			case utf16.IsSurrogate(unit):
				return "", fmt.Errorf("lone surrogate U+%04X is no byte", unit)
			default:
				out = utf8.AppendRune(out, unit)
			}
		default:
			out = append(out, c)
		}
	}
	return "", errors.New("unterminated string")
}

func (d *decoder) unit() (rune, error) {
	if d.at+4 > len(d.in) {
		return 0, errors.New("short \\u escape")
	}
	n, err := strconv.ParseUint(string(d.in[d.at:d.at+4]), 16, 16)
	d.at += 4
	return rune(n), err
}
