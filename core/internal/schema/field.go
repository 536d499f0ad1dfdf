// Package schema reads the declaration of the options, the tags of a Go struct, and does everything that follows from
// it: defaults, checks, and the strict decoding of what JavaScript sends. Types and documentation are generated from the
// same fields, so that an option is declared once.
//
// Tags of a field:
//
//	js       the name in JavaScript, - of what is no option there
//	values   strings allowed, separated by |; the first is the default, of a slice all that default says
//	choices  the same of what has no default; true is the boolean
//	text     the name of a TextKind, for strings that no list can hold, one or, of a slice, any number
//	function a boolean that is a function in JavaScript, or a string that may be one
//	default  the default, where values does not say it
//	min, max the bounds of an integer
//	optional of a group: it is absent by default, and true stands for its defaults
//	for      the function that alone takes the option
//
// A boolean is false by default. A pointer to a struct of booleans, integers and enumerations is a group, of which all booleans are true by
// default, or what the tag default says: in JavaScript a boolean for all of them, or an object. If its first member is an enumeration that
// is no option in JavaScript, it is one of that, or an object, which stands for the last of them.
package schema

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Kind is what an option holds.
type Kind int

// The kinds of options.
const (
	Enum    Kind = iota // one of Values
	Text                // a string that satisfies TextKind
	Texts               // any number of strings that satisfy TextKind; in JavaScript one or an array
	Choices             // any number of Values
	Integer             // an integer from Min to Max
	Boolean
	Group    // Fields, each of them Boolean, Integer, Enum or Text
	Function // a function in JavaScript
	List     // objects of Fields, which have no defaults
)

// internal is what the names of options begin with that are none in JavaScript: only what is made of the others there sets them.
const internal = '#'

// IsInternal reports whether an option is none in JavaScript.
func (f *Field) IsInternal() bool { return f.Name[0] == internal }

// Field is the declaration of one option.
type Field struct {
	Name       string // as written in JavaScript
	GoName     string
	Kind       Kind
	Values     []string
	TextKind   TextKind
	Min, Max   int
	Default    string // as text; empty if there is none
	Fields     []Field
	Optional   bool   // of a Group
	OrFunction bool   // of an Enum: it may be a function in JavaScript, and is FunctionGiven then
	For        string // the function that alone takes it, empty if all do
	Words      bool   // of a Group: its first field is what a word stands for

	index int
}

// Of reads the declarations of a struct. It panics on a declaration it cannot read, which is a mistake in this program.
//
//tidemark:recurses as deep as options are declared
func Of(t reflect.Type) []Field {
	var fields []Field
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("js") != "-" {
			fields = append(fields, read(t.Field(i), i))
		}
	}
	return fields
}

//tidemark:recurses as deep as options are declared
func read(sf reflect.StructField, index int) Field {
	f := Field{Name: sf.Tag.Get("js"), GoName: sf.Name, Default: sf.Tag.Get("default"), For: sf.Tag.Get("for"), index: index}
	if f.Name == "" {
		panic("schema: no js name on " + sf.Name)
	}
	switch sf.Type.Kind() {
	case reflect.String:
		if values := sf.Tag.Get("values"); values != "" {
			f.Kind, f.Values = Enum, strings.Split(values, "|")
			f.Default, f.OrFunction = f.Values[0], sf.Tag.Get("function") != ""
			break
		}
		if choices := sf.Tag.Get("choices"); choices != "" {
			f.Kind, f.Values = Enum, strings.Split(choices, "|")
			break
		}
		f.Kind = Text
		f.TextKind = textKind(sf.Tag.Get("text"))
	case reflect.Slice:
		if sf.Type.Elem().Kind() == reflect.Struct {
			f.Kind, f.Fields = List, Of(sf.Type.Elem())
			break
		}
		if values := sf.Tag.Get("values"); values != "" {
			f.Kind, f.Values = Choices, strings.Split(values, "|")
			break
		}
		f.Kind, f.TextKind = Texts, textKind(sf.Tag.Get("text"))
	case reflect.Int:
		f.Kind = Integer
		f.Min, f.Max = mustInt(sf, "min"), mustInt(sf, "max")
		mustInt(sf, "default")
	case reflect.Bool:
		f.Kind, f.Default = Boolean, "false"
		if sf.Tag.Get("function") != "" {
			f.Kind, f.Default = Function, ""
		}
	case reflect.Pointer:
		f.Kind, f.Fields, f.Optional = Group, Of(sf.Type.Elem()), sf.Tag.Get("optional") != ""
		if f.Default == "" {
			f.Default = "true"
		}
		for i := range f.Fields {
			if f.Fields[i].Kind == Boolean {
				f.Fields[i].Default = f.Default
			}
		}
		if first := &f.Fields[0]; first.IsInternal() {
			f.Words, f.Values, f.Default = true, first.Values, first.Default
		}
	default:
		panic("schema: no kind for " + sf.Name)
	}
	return f
}

func mustInt(sf reflect.StructField, tag string) int {
	n, err := strconv.Atoi(sf.Tag.Get(tag))
	if err != nil {
		panic("schema: no " + tag + " on " + sf.Name)
	}
	return n
}

// What says which values the option takes, for the sentence of an error.
func (f *Field) What() string {
	switch f.Kind {
	case Enum:
		if f.OrFunction {
			return oneOf(append(slices.Clip(f.Values), aFunction))
		}
		return oneOf(f.Values)
	case Choices:
		return "an array of " + oneOf(f.Values)
	case Text, Texts:
		return f.TextKind.What
	case Integer:
		return "an integer from " + strconv.Itoa(f.Min) + " to " + strconv.Itoa(f.Max)
	case Group:
		if f.Words {
			return oneOf(append(slices.Clip(f.Values), "an object"))
		}
		return "true, false or an object"
	case Function:
		return "a function"
	case List:
		return "an array of objects"
	default:
		return "true or false"
	}
}

const aFunction = "a function"

// FunctionGiven is the value of an Enum for which a function was given.
const FunctionGiven = "function"

// oneOf prints 'a', 'b' or 'c'.
func oneOf(values []string) string {
	var b strings.Builder
	for i, v := range values {
		switch {
		case i == 0:
		case i == len(values)-1:
			b.WriteString(" or ")
		default:
			b.WriteString(", ")
		}
		if v == "true" || v == "an object" || v == aFunction {
			b.WriteString(v)
			continue
		}
		b.WriteString("'" + v + "'")
	}
	return b.String()
}
