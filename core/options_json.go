package core

import (
	"bytes"
	"reflect"

	"tidemark/core/internal/schema"
)

// ParseOptions reads options from the JSON text of an object with their names in JavaScript. Options that are not named
// have their defaults, as they all have in empty text.
//
// It is strict, and fails with [CodeInvalidOption] on an unknown or repeated name, on a value of another type (null
// included) and on a value that is not documented. A JavaScript value that JSON has no form for is sent as
// {"$js": "<typeof>", "$text": "<as printed>"}: no option takes one, but the message can say what it was.
func ParseOptions(json []byte) (Options, error) {
	if bytes.HasPrefix(json, []byte(turndownPrefix)) {
		return parseTurndown(json)
	}
	o := DefaultOptions()
	if bytes.Contains(json, []byte(`"preset"`)) {
		// It says what the others are by default, wherever it stands.
		_ = schema.Decode(optionFields(), json, reflect.ValueOf(&o).Elem())
		o = presets(o.Preset)
	}
	if bytes.HasPrefix(json, []byte(extracting)) {
		o.Content.Of = "main"
	}
	if bytes.HasPrefix(json, []byte(chunking)) {
		o.Chunks = new(Chunks)
	}
	if err := schema.Decode(optionFields(), json, reflect.ValueOf(&o).Elem()); err != nil {
		return Options{}, optionError(err)
	}
	if _, err := o.rules(); err != nil {
		return Options{}, err
	}
	return o, nil
}

// What the options of an extraction, and of a stream of chunks, begin with: see js/options.ts.
const (
	extracting = `{"#extract":true`
	chunking   = `{"#chunkStream":true`
)
