package metadata

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"tidemark/core/internal/dom"
)

const (
	// mostJSON is how much of the JSON-LD of a document is read, in bytes.
	mostJSON = 1 << 20
	// deepestJSON is how deep objects and arrays are read that are nested.
	deepestJSON = 64
)

// readJSONLD reads a script with JSON-LD: https://www.w3.org/TR/json-ld11/. Of one that is broken it takes what stands before the break.
func (r *reader) readJSONLD(id dom.ID) {
	media, _, _ := strings.Cut(r.doc.Value(id, dom.AttrType), ";")
	if !strings.EqualFold(collapse(media), "application/ld+json") {
		return
	}
	for child := r.doc.Node(id).First; child != 0; child = r.doc.Node(child).Next {
		text := r.doc.Text(child)
		text = text[:min(len(text), mostJSON-r.json)]
		r.json += len(text)
		r.buf = mendJSON(r.buf[:0], text)
		j := jsonReader{graph: &r.linked, reader: r, tokens: json.NewDecoder(bytes.NewReader(r.buf))}
		j.tokens.UseNumber()
		j.read()
	}
}

// jsonReader reads JSON-LD token by token, which no nesting of it makes recurse.
type jsonReader struct {
	*graph
	reader *reader
	tokens *json.Decoder
	stack  []jsonLevel
}

// jsonLevel is an object or an array that has begun.
type jsonLevel struct {
	item    int  // of an object that it is or that it is the values of
	name    prop // of the values that come
	key     string
	isArray bool
	inValue bool // the key has been read
}

func (j *jsonReader) read() {
	for {
		token, err := j.tokens.Token()
		if err != nil {
			return // The end, or where it is broken.
		}
		switch token := token.(type) {
		case json.Delim:
			switch token {
			case '{', '[':
				if len(j.stack) == deepestJSON {
					return
				}
				j.begin(token == '[')
			default:
				j.stack = j.stack[:len(j.stack)-1]
				j.passed()
			}
		case string:
			j.text(token)
		case json.Number:
			j.text(token.String())
		case bool:
			j.text(strconv.FormatBool(token))
		default:
			j.passed()
		}
	}
}

func (j *jsonReader) top() *jsonLevel {
	if len(j.stack) == 0 {
		return &jsonLevel{name: standsAlone}
	}
	return &j.stack[len(j.stack)-1]
}

// begin begins an object or an array.
func (j *jsonReader) begin(isArray bool) {
	top := *j.top()
	level := jsonLevel{item: top.item, name: top.name, key: top.key, isArray: isArray}
	if !isArray {
		switch top.key {
		case "@graph":
			level.item = j.add(0, standsAlone)
		default:
			level.item = j.add(top.item, top.name)
		}
	}
	j.stack = append(j.stack, level)
}

// text reads a string: the key of an object, or a value.
func (j *jsonReader) text(s string) {
	top := j.top()
	if len(j.stack) > 0 && !top.isArray && !top.inValue {
		top.key, top.inValue = s, true
		if top.name = propOf(s); s == "@graph" {
			top.name = standsAlone
		}
		return
	}
	switch top.key {
	case "@type":
		j.setType(top.item, s)
	case "@id":
		j.setID(top.item, s)
	default:
		if top.name != otherProp && top.item > 0 {
			j.setText(top.item, top.name, j.reader.decoded(s))
		}
	}
	j.passed()
}

// passed says that a value has been read.
func (j *jsonReader) passed() {
	if len(j.stack) > 0 {
		j.top().inValue = false
	}
}
