package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"strings"
)

// value is a JavaScript value: what JSON can say, and, through the marker {"$js": type, "$text": printed}, what it cannot
// (functions, symbols, bigints, NaN and the infinities).
type value struct {
	kind    string // as typeof says
	text    string // the string itself, or the value as JavaScript prints it
	number  float64
	members []member // of an object
	items   []value  // of an array
	isArray bool
	plain   bool // an object that is neither null nor an array
}

type member struct {
	name  string
	value value
}

const (
	markerKind = "$js"
	markerText = "$text"
)

var errNotJSON = errors.New("not one JSON value")

// parse reads one JSON value and nothing after it. Members keep their order and their duplicates.
func parse(text []byte) (value, error) {
	if !json.Valid(text) { // It is not recursive, and allows 10,000 arrays and objects in each other.
		return value{}, errNotJSON
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	return parseValue(d)
}

//tidemark:recurses 10,000 levels: what is nested deeper is not valid
func parseValue(d *json.Decoder) (value, error) {
	t, err := d.Token()
	if err != nil {
		return value{}, err
	}
	switch t := t.(type) {
	case string:
		return stringValue(t), nil
	case bool:
		return value{kind: "boolean", text: strconv.FormatBool(t)}, nil
	case json.Number:
		n, _ := t.Float64() // Too large is infinite, which no range has.
		return value{kind: "number", text: t.String(), number: n}, nil
	case json.Delim:
		if t == '[' {
			return parseArray(d)
		}
		return parseObject(d)
	default:
		return value{kind: "object", text: "null"}, nil
	}
}

func parseArray(d *json.Decoder) (value, error) {
	array := value{kind: "object", isArray: true}
	var parts []string
	for d.More() {
		v, err := parseValue(d)
		if err != nil {
			return v, err
		}
		array.items = append(array.items, v)
		parts = append(parts, v.printed())
	}
	_, err := d.Token()
	array.text = enclose("[", parts, "]")
	return array, err
}

func parseObject(d *json.Decoder) (value, error) {
	o := value{kind: "object", plain: true}
	var parts []string
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return o, err
		}
		v, err := parseValue(d)
		if err != nil {
			return o, err
		}
		name, _ := key.(string) // The decoder allows nothing else here.
		o.members = append(o.members, member{name, v})
		parts = append(parts, name+": "+v.printed())
	}
	if _, err := d.Token(); err != nil {
		return o, err
	}
	if len(o.members) == 2 && o.members[0].name == markerKind && o.members[1].name == markerText {
		return value{kind: o.members[0].value.text, text: o.members[1].value.text, number: math.NaN()}, nil
	}
	o.text = enclose("{", parts, "}")
	return o, nil
}

// enclose prints arrays and objects as Node does.
func enclose(before string, parts []string, after string) string {
	if len(parts) == 0 {
		return before + after
	}
	return before + " " + strings.Join(parts, ", ") + " " + after
}

func stringValue(s string) value { return value{kind: "string", text: s} }

// printed shows the value in a message: strings in quotes, everything cut to a length that a message can bear.
func (v value) printed() string {
	const longest = 40
	text := v.text
	if runes := []rune(text); len(runes) > longest {
		text = string(runes[:longest]) + "…"
	}
	if v.kind == "string" {
		return "'" + text + "'"
	}
	return text
}
