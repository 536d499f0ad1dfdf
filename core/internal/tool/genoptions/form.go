package main

import (
	"bytes"
	"encoding/json"

	"tidemark/core/internal/schema"
)

// field is an option as a form asks for it.
type field struct {
	Name    string   `json:"name"`
	Kind    string   `json:"kind"`
	Values  []string `json:"values,omitempty"`
	Default string   `json:"default,omitempty"` // as JavaScript writes it
	Takes   string   `json:"takes,omitempty"`   // what a text has to be
	For     string   `json:"for,omitempty"`     // the function that alone takes the option
	Doc     string   `json:"doc"`
	Fields  []field  `json:"fields,omitempty"`
}

// controls are what the form of the playground calls what an option holds.
var controls = map[schema.Kind]string{
	schema.Enum: "enum", schema.Text: "text", schema.Texts: "texts", schema.Choices: "choices", schema.Integer: "integer",
	schema.Boolean: "boolean", schema.Group: "group", schema.List: "rules",
}

// writeForm writes the options as JSON, for the form of the playground.
func writeForm(options []option) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(fieldsOf(options)); err != nil {
		panic(err) // it is text alone
	}
	return b.String()
}

//tidemark:recurses as deep as options are declared
func fieldsOf(options []option) []field {
	var fields []field
	for _, o := range options {
		f := field{
			Name: o.Name, Kind: controls[o.Kind], Values: o.Values, Default: defaultValue(o), For: o.For, Doc: o.doc,
			Fields: fieldsOf(o.fields),
		}
		switch o.Kind {
		case schema.Text, schema.Texts, schema.Integer:
			f.Takes = o.What()
		case schema.List:
			f.Fields = nil // its members are told in docs/rules.md
		}
		fields = append(fields, f)
	}
	return fields
}
