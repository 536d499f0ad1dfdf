package schema

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Decode sets the fields of the struct that target points to from the JSON text of an object. It is strict: an unknown
// or repeated name, a value of another type and a value out of range are errors. Nothing is coerced. A field that is not
// named keeps the value it has. Empty text is an empty object.
func Decode(fields []Field, text []byte, target reflect.Value) error {
	if len(text) == 0 {
		return nil
	}
	v, err := parse(text)
	if err != nil {
		return wrongValue("the JSON text of an object", "options", stringValue(string(text)))
	}
	if !v.plain {
		return wrongValue("an object", "options", v)
	}
	return decodeObject(fields, v.members, "options", target)
}

//tidemark:recurses as deep as options are declared
func decodeObject(fields []Field, members []member, path string, target reflect.Value) error {
	seen := make(map[string]bool, len(members))
	for _, m := range members {
		f := find(fields, m.name)
		if f == nil {
			return unknownName(fields, path, m.name)
		}
		if seen[m.name] {
			return wrongValue("each option name once", path, stringValue(m.name))
		}
		seen[m.name] = true
		if err := f.decode(m.value, path+"."+f.Name, target.Field(f.index)); err != nil {
			return err
		}
	}
	return nil
}

func (f *Field) decode(v value, path string, target reflect.Value) error {
	switch {
	case f.Kind == Group && v.plain:
		if f.Optional {
			f.present(target)
		}
		if f.Words {
			target.Elem().Field(f.Fields[0].index).SetString(f.Values[len(f.Values)-1])
			return decodeObject(f.Fields[1:], v.members, path, target.Elem())
		}
		return decodeObject(f.Fields, v.members, path, target.Elem())
	case f.Optional && v.kind == "boolean":
		if target.SetZero(); v.text == "true" {
			f.present(target)
		}
	case f.Kind == Group && f.Words:
		if v.kind != "string" || !slices.Contains(f.Values, v.text) {
			return wrongValue(f.What(), path, v)
		}
		target.Elem().Field(f.Fields[0].index).SetString(v.text)
	case f.Kind == Group && v.kind == "boolean":
		for i := range f.Fields {
			if f.Fields[i].Kind != Boolean {
				continue
			}
			target.Elem().Field(f.Fields[i].index).SetBool(v.text == "true")
		}
	case f.Kind == Boolean && v.kind == "boolean":
		target.SetBool(v.text == "true")
	case f.Kind == Integer && v.kind == "number" && f.allowsInteger(v.number):
		target.SetInt(int64(v.number))
	case f.Kind == Enum && v.kind == "string" && v.text != "true" && f.allowsString(v.text):
		target.SetString(v.text)
	case f.Kind == Text && v.kind == "string":
		if why := f.TextKind.refuse(v.text); why != nil {
			return f.wrongText(v.text, path, why)
		}
		target.SetString(v.text)
	case f.Kind == Enum && v.kind == "boolean" && f.allowsString(v.text):
		target.SetString(v.text)
	case f.OrFunction && v.kind == "function":
		target.SetString(FunctionGiven)
	case f.Kind == Function && v.kind == "function":
		target.SetBool(true)
	case f.Kind == List && v.isArray:
		return f.decodeList(v, path, target)
	case f.Kind == Choices && v.isArray:
		return f.decodeChoices(v, path, target)
	case f.Kind == Texts && (v.kind == "string" || v.isArray):
		return f.decodeTexts(v, path, target)
	default:
		return wrongValue(f.What(), path, v)
	}
	return nil
}

//tidemark:recurses as deep as options are declared
func (f *Field) decodeList(v value, path string, target reflect.Value) error {
	list := reflect.MakeSlice(target.Type(), len(v.items), len(v.items))
	for i, item := range v.items {
		at := path + "[" + strconv.Itoa(i) + "]"
		if !item.plain {
			return wrongValue("an object", at, item)
		}
		if err := decodeObject(f.Fields, item.members, at, list.Index(i)); err != nil {
			return err
		}
	}
	target.Set(list)
	return nil
}

func (f *Field) decodeChoices(v value, path string, target reflect.Value) error {
	choices := make([]string, len(v.items))
	for i, item := range v.items {
		if item.kind != "string" || !f.allowsString(item.text) {
			return wrongValue(oneOf(f.Values), path+"["+strconv.Itoa(i)+"]", item)
		}
		choices[i] = item.text
	}
	target.Set(reflect.ValueOf(choices))
	return nil
}

func (f *Field) decodeTexts(v value, path string, target reflect.Value) error {
	var texts []string
	if !v.isArray {
		texts = append(texts, v.text)
	}
	for i, item := range v.items {
		if item.kind != "string" {
			return wrongValue(f.What(), path+"["+strconv.Itoa(i)+"]", item)
		}
		texts = append(texts, item.text)
	}
	if err := f.checkTexts(texts, path, v.isArray); err != nil {
		return err
	}
	target.Set(reflect.ValueOf(texts))
	return nil
}

func find(fields []Field, name string) *Field {
	for i := range fields {
		if fields[i].Name == name {
			return &fields[i]
		}
	}
	return nil
}

func unknownName(fields []Field, path, name string) error {
	err := wrongValue("a known option name", path, stringValue(name)) + "."
	if near := nearest(fields, name); near != "" {
		err = err[:len(err)-1] + Error(". Did you mean '"+near+"'?")
	}
	return err + Error(" Known are "+names(fields)+": see docs/options.md")
}

// names lists the names that users may give.
func names(fields []Field) string {
	var known []string
	for i := range fields {
		if name := fields[i].Name; name[0] != internal {
			known = append(known, name)
		}
	}
	return strings.Join(known, ", ")
}
