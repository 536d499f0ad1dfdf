package cfiles_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"tidemark/tools/cfiles"
)

var mayInclude = map[string][]string{".": {"low"}, "low": {}}

// sound is without a fault: outer calls the lower one, which calls it back by a pointer.
var sound = map[string]string{
	"outer.h": "#include <node_api.h>\nvoid tm_outer(napi_env env);\n",
	"outer.c": "#include \"outer.h\"\n\n#include \"low/low.h\"\nstatic void back(void) {}\n" +
		"void tm_outer(napi_env env) { struct tm_low low = {back}; (void)env; tm_low_call(&low); }\n",
	"low/low.h":   "typedef struct tm_low { void (*back)(void); } tm_low;\nenum { TM_MOST = 3 };\nvoid tm_low_call(tm_low *low);\n",
	"low/low.c":   "#include \"low.h\"\n\n#include \"inner.h\"\nvoid tm_low_call(tm_low *low) { low->back(); tm_inner(); }\n",
	"low/inner.h": "void tm_inner(void);\n",
	"low/inner.c": "#include \"inner.h\"\n// It is not tm_low_call that it calls.\n__attribute__((constructor)) static void make(void) {}\nvoid tm_inner(void) { make(); }\n",
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name, file, source string
		want               []string
	}{
		{"nothing", "low/inner.c", sound["low/inner.c"], nil},
		{
			"a circle", "low/inner.c", "#include \"inner.h\"\n#include \"low.h\"\nvoid tm_inner(void) { tm_low_call(0); }\n",
			[]string{"low/inner.c: files use each other's functions in a circle: low/inner.c -> low/low.c -> low/inner.c"},
		},
		{
			"a circle by a reference", "low/inner.c", "#include \"inner.h\"\n#include \"low.h\"\nvoid *tm_it = tm_low_call;\nvoid tm_inner(void) {}\n",
			[]string{"low/inner.c: files use each other's functions in a circle: low/inner.c -> low/low.c -> low/inner.c"},
		},
		{
			"a function without its header", "low/low.c", "#include \"low.h\"\nvoid tm_inner(void);\nvoid tm_low_call(tm_low *low) { low->back(); tm_inner(); }\n",
			[]string{"low/low.c: it uses tm_inner of low/inner.c and does not include its header"},
		},
		{
			"a header too many", "low/inner.c", "#include \"inner.h\"\n#include \"low.h\"\nvoid tm_inner(void) {}\n",
			[]string{"low/inner.c: it uses nothing of low.h"},
		},
		{"a constant of a header", "low/inner.c", "#include \"inner.h\"\n#include \"low.h\"\nstatic int most = TM_MOST;\nvoid tm_inner(void) {}\n", nil},
		{"a member of a header", "low/inner.c", "#include \"inner.h\"\n#include \"low.h\"\nextern struct x *x;\nvoid tm_inner(void) { x->back(); }\n", nil},
		{
			"a function that no header has", "low/inner.c", "#include \"inner.h\"\nvoid tm_inner(void) {}\nint tm_more(int a) { return a; }\n",
			[]string{"low/inner.c: no header that it includes declares tm_more: make it static, or declare it"},
		},
		{
			"Node-API below", "low/inner.c", "#include \"inner.h\"\nvoid tm_inner(void) { napi_env env; (void)env; }\n",
			[]string{"low/inner.c: low must not know Node-API"},
		},
		{
			"Node-API's header below", "low/inner.h", "#include <node_api.h>\nvoid tm_inner(void);\n",
			[]string{"low/inner.h: low must not know Node-API"},
		},
		{
			"a header from above", "low/inner.c", "#include \"inner.h\"\n#include \"../outer.h\"\nvoid tm_inner(void) { tm_outer(0); }\n",
			[]string{
				"low/inner.c: low must not include headers of .",
				"low/inner.c: files use each other's functions in a circle: low/inner.c -> outer.c -> low/low.c -> low/inner.c",
			},
		},
		{
			"a folder that is not known", "new/new.c", "static int none;\n",
			[]string{"new/new.c: nothing says which folders may be included by new"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			sources := maps.Clone(sound)
			sources[c.file] = c.source
			var got []string
			for _, fault := range cfiles.Check(sources, mayInclude).Faults {
				got = append(got, fmt.Sprintf("%s: %s", fault.File, fault.Message))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
