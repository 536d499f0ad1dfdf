package core

import "reflect"

// presets returns the defaults of the other options under a preset.
func presets(name string) Options {
	o := DefaultOptions()
	if name == "llm" {
		o.Clean = allClean()
	}
	return o
}

// allClean is all that can be cleaned up.
func allClean() *Clean {
	c := new(Clean)
	v := reflect.ValueOf(c).Elem()
	for i := range v.NumField() {
		v.Field(i).SetBool(true)
	}
	return c
}
