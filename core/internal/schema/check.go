package schema

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// SetDefaults gives every field of the struct that target points to its default.
//
//tidemark:recurses as deep as options are declared
func SetDefaults(fields []Field, target reflect.Value) {
	for i := range fields {
		f := &fields[i]
		v := target.Field(f.index)
		switch f.Kind {
		case Enum, Text:
			v.SetString(f.Default) // none of an option in a List
		case Integer:
			n, _ := strconv.Atoi(f.Default) // read has checked it
			v.SetInt(int64(n))
		case Boolean:
			v.SetBool(f.Default == "true")
		case Choices:
			v.Set(reflect.ValueOf(f.DefaultChoices()))
		case Group:
			if !f.Optional {
				f.present(v)
			}
		}
	}
}

// present makes a group, with its defaults.
//
//tidemark:recurses as deep as options are declared
func (f *Field) present(v reflect.Value) {
	v.Set(reflect.New(v.Type().Elem()))
	SetDefaults(f.Fields, v.Elem())
}

// DefaultChoices are the choices that are made where none are.
func (f *Field) DefaultChoices() []string { return strings.Split(f.Default, "|") }

// FillZero gives the fields that hold their zero value their default, booleans in groups excepted. Groups are copied, so that the
// caller's struct is not shared.
//
//tidemark:recurses as deep as options are declared
func FillZero(fields []Field, target reflect.Value) {
	filled := reflect.New(target.Type()).Elem()
	SetDefaults(fields, filled)
	for i := range fields {
		f := &fields[i]
		v := target.Field(f.index)
		switch {
		case f.Kind == Boolean:
		case f.Kind == Texts, f.Kind == Choices && !v.IsNil():
			v.Set(reflect.ValueOf(slices.Clone(v.Interface().([]string))))
		case f.Kind == List:
			v.Set(reflect.AppendSlice(reflect.Zero(v.Type()), v))
		case v.IsZero():
			v.Set(filled.Field(f.index))
		case f.Kind == Group:
			copied := reflect.New(v.Type().Elem())
			copied.Elem().Set(v.Elem())
			FillZero(f.Fields, copied.Elem())
			v.Set(copied)
		}
	}
}

// Check returns the error of the first field that holds a value its declaration does not allow. A zero value is allowed
// everywhere: it stands for the default.
func Check(fields []Field, target reflect.Value) error { return check(fields, target, "options.") }

//tidemark:recurses as deep as options are declared
func check(fields []Field, target reflect.Value, path string) error {
	for i := range fields {
		f := &fields[i]
		v := target.Field(f.index)
		if v.IsZero() {
			continue
		}
		switch f.Kind {
		case Enum:
			if !f.allowsString(v.String()) && !(f.OrFunction && v.String() == FunctionGiven) {
				return wrongValue(f.What(), path+f.Name, stringValue(v.String()))
			}
		case Text:
			if why := f.TextKind.refuse(v.String()); why != nil {
				return f.wrongText(v.String(), path+f.Name, why)
			}
		case List:
			for i := range v.Len() {
				if err := check(f.Fields, v.Index(i), path+f.Name+"["+strconv.Itoa(i)+"]."); err != nil {
					return err
				}
			}
		case Group:
			if err := check(f.Fields, v.Elem(), path+f.Name+"."); err != nil {
				return err
			}
		case Choices:
			for i, choice := range v.Interface().([]string) {
				if !f.allowsString(choice) {
					return wrongValue(oneOf(f.Values), path+f.Name+"["+strconv.Itoa(i)+"]", stringValue(choice))
				}
			}
		case Texts:
			if err := f.checkTexts(v.Interface().([]string), "options."+f.Name, true); err != nil {
				return err
			}
		case Integer:
			if n := v.Int(); !f.allowsInteger(float64(n)) {
				return wrongValue(f.What(), path+f.Name, value{kind: "number", text: strconv.FormatInt(n, 10)})
			}
		}
	}
	return nil
}

func (f *Field) allowsString(s string) bool { return slices.Contains(f.Values, s) }

// wrongText is the error of a text that its kind refuses.
func (f *Field) wrongText(text, name string, why error) error {
	err := wrongValue(f.TextKind.What, name, stringValue(text))
	if why != errRefused {
		err += Error(": " + why.Error())
	}
	return err
}

// checkTexts returns the error of the first text that is wrong, by its place in the array if there is one.
func (f *Field) checkTexts(texts []string, name string, isArray bool) error {
	at, why := f.TextKind.check(texts)
	if why == nil {
		return nil
	}
	if isArray {
		name += "[" + strconv.Itoa(at) + "]"
	}
	return f.wrongText(texts[at], name, why)
}

func (f *Field) allowsInteger(n float64) bool {
	return n == float64(int64(n)) && n >= float64(f.Min) && n <= float64(f.Max)
}

// Error is the one sentence about an option that is wrong.
type Error string

func (e Error) Error() string { return string(e) }

func wrongValue(what, name string, v value) Error {
	return Error(fmt.Sprintf("Expected %s for %s but received %s of type %s", what, name, v.printed(), v.kind))
}
