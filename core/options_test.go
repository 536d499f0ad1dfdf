package core_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

func TestDefaultOptions(t *testing.T) {
	assert.Equal(t, core.Options{
		HeadingStyle: "atx", HR: "---", BulletListMarker: "-", CodeBlockStyle: "fenced", Fence: "```",
		EmDelimiter: "*", StrongDelimiter: "**", LinkStyle: "inlined", LinkReferenceStyle: "full", BR: `\`,
		GFM:    &core.GFM{Tables: true, Strikethrough: true, TaskLists: true, Autolinks: true, Footnotes: true, Alerts: true, HeaderRow: "auto"},
		Escape: "smart", HTML: "keep", Tables: "auto", Images: "keep", DataImages: "alt", UnsafeLinks: "drop", EmptyLinks: "drop", Hidden: "auto", Noscript: "auto", Math: "dollar", Content: &core.Content{Of: "all", Prefer: "balance"},
		Format: "markdown", Clean: &core.Clean{}, Preset: "none",
		Parts:         []string{"markdown", "metadata", "content", "headings", "links", "images", "tables", "code", "footnotes"},
		MaxInputBytes: 64 << 20, MaxOutputBytes: 256 << 20, MaxDepth: 100_000,
	}, core.DefaultOptions())
	assert.NoError(t, core.DefaultOptions().Validate())
	assert.NoError(t, core.Options{}.Validate())
}

var allClean = &core.Clean{
	TrackingParameters: true, LinkTitles: true, SelfLinks: true, DecorativeImages: true, ShareBars: true, RepeatedLinks: true, References: true,
}

func TestParseOptions(t *testing.T) {
	tests := []struct {
		json string
		set  func(*core.Options)
	}{
		{"", func(*core.Options) {}},
		{"{}", func(*core.Options) {}},
		{` { "headingStyle" : "setext" } `, func(o *core.Options) { o.HeadingStyle = "setext" }},
		{`{"hr":"* * *"}`, func(o *core.Options) { o.HR = "* * *" }},
		{`{"bulletListMarker":"+"}`, func(o *core.Options) { o.BulletListMarker = "+" }},
		{`{"codeBlockStyle":"indented"}`, func(o *core.Options) { o.CodeBlockStyle = "indented" }},
		{`{"fence":"~~~"}`, func(o *core.Options) { o.Fence = "~~~" }},
		{`{"emDelimiter":"_"}`, func(o *core.Options) { o.EmDelimiter = "_" }},
		{`{"strongDelimiter":"__"}`, func(o *core.Options) { o.StrongDelimiter = "__" }},
		{`{"linkStyle":"referenced"}`, func(o *core.Options) { o.LinkStyle = "referenced" }},
		{`{"linkReferenceStyle":"shortcut"}`, func(o *core.Options) { o.LinkReferenceStyle = "shortcut" }},
		{`{"br":"  "}`, func(o *core.Options) { o.BR = "  " }},
		{`{"br":"\\"}`, func(*core.Options) {}},
		{`{"wrap":80}`, func(o *core.Options) { o.Wrap = 80 }},
		{`{"wrap":0}`, func(*core.Options) {}},
		{`{"gfm":true}`, func(*core.Options) {}},
		{`{"gfm":{}}`, func(*core.Options) {}},
		{`{"gfm":false}`, func(o *core.Options) { o.GFM = &core.GFM{HeaderRow: "auto"} }},
		{`{"gfm":{"headerRow":"first"}}`, func(o *core.Options) { o.GFM.HeaderRow = "first" }},
		{`{"gfm":{"tables":false,"taskLists":true}}`, func(o *core.Options) { o.GFM.Tables = false }},
		{`{"escape":"none"}`, func(o *core.Options) { o.Escape = "none" }},
		{`{"baseUrl":"https://example.com/a/"}`, func(o *core.Options) { o.BaseURL = "https://example.com/a/" }},
		{`{"encoding":"Shift_JIS"}`, func(o *core.Options) { o.Encoding = "Shift_JIS" }},
		{`{"html":"drop"}`, func(o *core.Options) { o.HTML = "drop" }},
		{`{"tables":"html"}`, func(o *core.Options) { o.Tables = "html" }},
		{`{"images":"alt"}`, func(o *core.Options) { o.Images = "alt" }},
		{`{"dataImages":"drop"}`, func(o *core.Options) { o.DataImages = "drop" }},
		{`{"unsafeLinks":"keep"}`, func(o *core.Options) { o.UnsafeLinks = "keep" }},
		{`{"emptyLinks":"keep"}`, func(o *core.Options) { o.EmptyLinks = "keep" }},
		{`{"hidden":"keep"}`, func(o *core.Options) { o.Hidden = "keep" }},
		{`{"noscript":"drop"}`, func(o *core.Options) { o.Noscript = "drop" }},
		{`{"math":"drop"}`, func(o *core.Options) { o.Math = "drop" }},
		{`{"content":"main"}`, func(o *core.Options) { o.Content.Of = "main" }},
		{`{"content":"all"}`, func(*core.Options) {}},
		{`{"content":{}}`, func(o *core.Options) { o.Content.Of = "main" }},
		{`{"content":{"prefer":"recall"}}`, func(o *core.Options) { o.Content = &core.Content{Of: "main", Prefer: "recall"} }},
		{`{"include":"main"}`, func(o *core.Options) { o.Include = []string{"main"} }},
		{`{"exclude":["nav, aside",".ad"]}`, func(o *core.Options) { o.Exclude = []string{"nav, aside", ".ad"} }},
		{`{"keep":"kbd"}`, func(o *core.Options) { o.Keep = []string{"kbd"} }},
		{`{"unwrap":[]}`, func(*core.Options) {}},
		{`{"frontmatter":true}`, func(o *core.Options) { o.Frontmatter = true }},
		{`{"frontmatter":false}`, func(*core.Options) {}},
		{`{"format":"text"}`, func(o *core.Options) { o.Format = "text" }},
		{`{"clean":true}`, func(o *core.Options) { o.Clean = allClean }},
		{`{"clean":false}`, func(*core.Options) {}},
		{`{"clean":{"shareBars":true}}`, func(o *core.Options) { o.Clean.ShareBars = true }},
		{`{"preset":"llm"}`, func(o *core.Options) { o.Preset, o.Clean = "llm", allClean }},
		{`{"clean":{"references":false},"preset":"llm"}`, func(o *core.Options) {
			clean := *allClean
			clean.References = false
			o.Preset, o.Clean = "llm", &clean
		}},
		{`{"clean":false,"preset":"llm"}`, func(o *core.Options) { o.Preset = "llm" }},
		{`{"parts":[]}`, func(o *core.Options) { o.Parts = []string{} }},
		{`{"parts":["links","code"]}`, func(o *core.Options) { o.Parts = []string{"links", "code"} }},
		{`{"maxInputBytes":1}`, func(o *core.Options) { o.MaxInputBytes = 1 }},
		{`{"maxOutputBytes":1073741824}`, func(o *core.Options) { o.MaxOutputBytes = 1 << 30 }},
		{`{"maxDepth":5e1,"hr":"___"}`, func(o *core.Options) { o.MaxDepth = 50; o.HR = "___" }},
	}
	for _, test := range tests {
		want := core.DefaultOptions()
		test.set(&want)
		got, err := core.ParseOptions([]byte(test.json))
		require.NoError(t, err, test.json)
		assert.Equal(t, want, got, test.json)
		assert.NoError(t, got.Validate(), test.json)
	}
}

// what each option says it takes, and values that are wrong for it beyond those that are wrong for all.
var wrong = map[string]struct {
	what   string
	values []string
}{
	"headingStyle":       {"'atx' or 'setext'", []string{`"ATX"`, `" atx"`, `"atx\u0000"`}},
	"hr":                 {"a thematic break such as '---', '***' or '_ _ _'", []string{`"--"`, `"-*-"`, `"foo"`, `"---\n"`}},
	"bulletListMarker":   {"'-', '*' or '+'", []string{`"--"`, `"•"`}},
	"codeBlockStyle":     {"'fenced' or 'indented'", []string{`"fence"`}},
	"fence":              {"'```' or '~~~'", []string{"\"````\"", "\"``\""}},
	"emDelimiter":        {"'*' or '_'", []string{`"**"`}},
	"strongDelimiter":    {"'**' or '__'", []string{`"*"`}},
	"linkStyle":          {"'inlined' or 'referenced'", []string{`"inline"`}},
	"linkReferenceStyle": {"'full', 'collapsed' or 'shortcut'", []string{`"Full"`}},
	"br":                 {`'\' or '  '`, []string{`" "`, `"\n"`, `"   "`}},
	"wrap":               {"an integer from 0 to 10000", []string{`-1`, `1.5`, `10001`, `"80"`}},
	"gfm":                {"true, false or an object", []string{`"true"`}},
	"escape":             {"'smart', 'strict' or 'none'", []string{`"all"`}},
	"baseUrl":            {"an absolute URL other than javascript:, vbscript: and data:", []string{`"foo"`, `"http://"`, `"//example.com"`, `"mailto:a@b.c"`, `"JavaScript://x/"`, `"vbscript://x/"`, `"data://x/"`}},
	"content":            {"'all', 'main' or an object", []string{`"article"`, `"Main"`, `1`}},
	"encoding":           {"an encoding label such as 'utf-8' or 'shift_jis'", []string{`"nope"`, `"replacement"`, `"utf-7"`}},
	"html":               {"'keep' or 'drop'", []string{`"Keep"`}},
	"tables":             {"'auto', 'gfm' or 'html'", []string{`"none"`}},
	"images":             {"'keep', 'alt' or 'drop'", []string{`"all"`}},
	"dataImages":         {"'alt', 'keep' or 'drop'", []string{`"text"`}},
	"unsafeLinks":        {"'drop' or 'keep'", []string{`"strip"`}},
	"math":               {"'dollar' or 'drop'", []string{`"tex"`}},
	"frontmatter":        {"true or false", []string{`"yaml"`, `"true"`, `1`}},
	"format":             {"'markdown', 'text' or 'html'", []string{`"md"`}},
	"preset":             {"'none' or 'llm'", []string{`"LLM"`}},
	"maxInputBytes":      {"an integer from 1 to 1073741824", []string{`0`, `-1`, `1.5`, `1e999`, `"1"`, `1073741825`, `9007199254740993`}},
	"maxOutputBytes":     {"an integer from 1 to 1073741824", []string{`0`, `-0`, `-1e999`, `1e-400`}},
	"maxDepth":           {"an integer from 1 to 100000", []string{`0`, `100001`, `1e300`}},
}

// received shows how a value is printed, where it is not as JSON has it, and its type.
func received(json string) string {
	known := map[string]string{
		`true`: "true of type boolean", `null`: "null of type object", `[]`: "[] of type object",
		`["atx"]`: "[ 'atx' ] of type object", `{}`: "{} of type object", `{"a":1}`: "{ a: 1 } of type object",
		`{"$js":"number","$text":"NaN"}`: "NaN of type number", `{"$js":"undefined","$text":"undefined"}`: "undefined of type undefined",
		`{"$js":"bigint","$text":"10n"}`: "10n of type bigint", `{"$js":"symbol","$text":"Symbol(x)"}`: "Symbol(x) of type symbol",
		`{"$js":"function","$text":"function aVeryLongName(first, second, third) {}"}`: "function aVeryLongName(first, second, th… of type function",
		`"---\n"`: "'---\n' of type string", `"\n"`: "'\n' of type string", `"atx\u0000"`: "'atx\x00' of type string",
	}
	if text, ok := known[json]; ok {
		return text
	}
	if json[0] == '"' {
		return "'" + json[1:len(json)-1] + "' of type string"
	}
	return json + " of type number"
}

func TestWrongValues(t *testing.T) {
	everywhere := []string{
		`null`, `[]`, `["atx"]`, `""`, `{"$js":"number","$text":"NaN"}`, `{"$js":"undefined","$text":"undefined"}`,
		`{"$js":"bigint","$text":"10n"}`, `{"$js":"symbol","$text":"Symbol(x)"}`,
		`{"$js":"function","$text":"function aVeryLongName(first, second, third) {}"}`,
	}
	for name, option := range wrong {
		values := append(append([]string{}, everywhere...), option.values...)
		if name != "gfm" && name != "content" {
			values = append(values, `{}`, `{"a":1}`)
		}
		if !strings.HasPrefix(option.what, "true") {
			values = append(values, `true`)
		}
		if option.what[:2] != "an" || name == "baseUrl" || name == "encoding" {
			values = append(values, `1`)
		}
		for _, value := range values {
			_, err := core.ParseOptions([]byte(`{"` + name + `":` + value + `}`))
			assertOptionError(t, err, "Expected "+option.what+" for options."+name+" but received "+received(value))
		}
	}
}

func TestWrongOptions(t *testing.T) {
	const known = "Expected a known option name for options but received "
	for json, message := range map[string]string{
		`null`:                                 "Expected an object for options but received null of type object",
		`[]`:                                   "Expected an object for options but received [] of type object",
		`"a"`:                                  "Expected an object for options but received 'a' of type string",
		`1`:                                    "Expected an object for options but received 1 of type number",
		`true`:                                 "Expected an object for options but received true of type boolean",
		`{"$js":"function","$text":"() => 1"}`: "Expected an object for options but received () => 1 of type function",

		`{`:     "Expected the JSON text of an object for options but received '{' of type string",
		`{} {}`: "Expected the JSON text of an object for options but received '{} {}' of type string",

		`{"headinStyle":"atx"}`: known + "'headinStyle' of type string. Did you mean 'headingStyle'?",
		`{"baseURL":"x"}`:       known + "'baseURL' of type string. Did you mean 'baseUrl'?",
		`{"rulez":1}`:           known + "'rulez' of type string. Did you mean 'rules'?",
		`{"":1}`:                known + "'' of type string",
		`{"__proto__":{}}`:      known + "'__proto__' of type string",
		`{"constructor":{}}`:    known + "'constructor' of type string",

		`{"hr":"---","hr":"***"}`: "Expected each option name once for options but received 'hr' of type string",

		`{"gfm":{"foo":true}}`:                     "Expected a known option name for options.gfm but received 'foo' of type string",
		`{"gfm":{"table":true}}`:                   "Expected a known option name for options.gfm but received 'table' of type string. Did you mean 'tables'?",
		`{"gfm":{"headerRow":"last"}}`:             "Expected 'auto', 'first' or 'empty' for options.gfm.headerRow but received 'last' of type string",
		`{"gfm":{"tables":1}}`:                     "Expected true or false for options.gfm.tables but received 1 of type number",
		`{"gfm":{"tables":null}}`:                  "Expected true or false for options.gfm.tables but received null of type object",
		`{"gfm":{"tables":"true"}}`:                "Expected true or false for options.gfm.tables but received 'true' of type string",
		`{"gfm":{"tables":true,"tables":true}}`:    "Expected each option name once for options.gfm but received 'tables' of type string",
		`{"gfm":{"tables":{"$js":"x"}}}`:           "Expected true or false for options.gfm.tables but received { $js: 'x' } of type object",
		`{"gfm":[{"$js":"number","$text":"NaN"}]}`: "Expected true, false or an object for options.gfm but received [ NaN ] of type object",

		`{"parts":"links"}`:             "Expected an array of 'markdown', 'metadata', 'content', 'headings', 'links', 'images', 'tables', 'code' or 'footnotes' for options.parts but received 'links' of type string",
		`{"parts":["link"]}`:            "Expected 'markdown', 'metadata', 'content', 'headings', 'links', 'images', 'tables', 'code' or 'footnotes' for options.parts[0] but received 'link' of type string",
		`{"clean":{"shareBar":true}}`:   "Expected a known option name for options.clean but received 'shareBar' of type string. Did you mean 'shareBars'?",
		`{"content":{"prefer":"both"}}`: "Expected 'balance', 'precision' or 'recall' for options.content.prefer but received 'both' of type string",
		`{"content":{"#of":"all"}}`:     "Expected a known option name for options.content but received '#of' of type string",

		`{"rules":1}`:                              "Expected an array of objects for options.rules but received 1 of type number",
		`{"rules":[1]}`:                            "Expected an object for options.rules[0] but received 1 of type number",
		`{"rules":[{"as":"h2"}]}`:                  "Expected a CSS selector for options.rules[0].selector but received none",
		`{"rules":[{"selector":"a >","as":"h2"}]}`: "Expected a CSS selector for options.rules[0].selector but received 'a >' of type string: expected a selector after the combinator at offset 3, where it ends",
		`{"rules":[{"selector":"a","as":"h2"},{"selector":"b"}]}`:                                       "Expected one of as, before and after, template, drop and replacement for options.rules[1] but received 0 of them",
		`{"rules":[{"selector":"a","as":"h2","drop":true}]}`:                                            "Expected one of as, before and after, template, drop and replacement for options.rules[0] but received 2 of them",
		`{"rules":[{"selector":"a","as":"h2","display":"block"}]}`:                                      "Expected no display beside as and drop for options.rules[0] but received 'block'",
		`{"rules":[{"selector":"a","as":"script"}]}`:                                                    "Expected the name of an element such as 'h2' for options.rules[0].as but received 'script' of type string",
		`{"rules":[{"selector":"a","drop":false}]}`:                                                     "Expected true or 'keepText' for options.rules[0].drop but received false of type boolean",
		`{"rules":[{"selector":"a","drop":"true"}]}`:                                                    "Expected true or 'keepText' for options.rules[0].drop but received 'true' of type string",
		`{"rules":[{"selector":"a","replacement":"x"}]}`:                                                "Expected a function for options.rules[0].replacement but received 'x' of type string",
		`{"rules":[{"selector":"a","template":"[{contnt}]"}]}`:                                          `Expected a template for options.rules[0].template but received '[{contnt}]' of type string: expected {content}, {text}, {html} or {@attribute}, or \{ for a brace at offset 1, before '{contnt}]'`,
		`{"rules":[{"selector":"a","template":"[x]({content})"}]}`:                                      "Expected a template for options.rules[0].template but received '[x]({content})' of type string: expected {text} or {@attribute} within code, an address, a title or a tag at offset 4, before '{content})'",
		`{"rules":[{"selector":"a","template":"<a href={@href}>"}]}`:                                    "Expected a template for options.rules[0].template but received '<a href={@href}>' of type string: expected quotation marks around a placeholder in a tag at offset 8, before '{@href}>'",
		`{"rules":[{"selector":"a","template":"x","displai":"inline"}]}`:                                "Expected a known option name for options.rules[0] but received 'displai' of type string. Did you mean 'display'?",
		`{"rules":[` + strings.Repeat(`{"selector":"a","as":"b"},`, 60) + `{"selector":"a","as":"b"}]}`: "Expected at most 60 rules for options.rules but received 61",
	} {
		_, err := core.ParseOptions([]byte(json))
		assertOptionError(t, err, message)
	}
}

func TestUnknownNameListsTheKnown(t *testing.T) {
	_, err := core.ParseOptions([]byte(`{"gfm":{"x":true}}`))
	assert.EqualError(t, err, "Expected a known option name for options.gfm but received 'x' of type string. "+
		"Known are tables, headerRow, strikethrough, taskLists, footnotes, alerts, autolinks: see docs/options.md")
	_, err = core.ParseOptions([]byte(`{"x":true}`))
	assert.NotContains(t, err.Error(), "#", "names that only the addon gives")
}

func TestValidate(t *testing.T) {
	for message, o := range map[string]core.Options{
		"Expected 'atx' or 'setext' for options.headingStyle but received 'foo' of type string":                                      {HeadingStyle: "foo"},
		"Expected an absolute URL other than javascript:, vbscript: and data: for options.baseUrl but received 'foo' of type string": {BaseURL: "foo"},
		"Expected an integer from 1 to 100000 for options.maxDepth but received -1 of type number":                                   {MaxDepth: -1},
		"Expected an integer from 1 to 100000 for options.maxDepth but received 100001 of type number":                               {MaxDepth: 100_001},
		"Expected '-', '*' or '+' for options.bulletListMarker but received 'more' of type string":                                   {BulletListMarker: "more"},
		"Expected an encoding label such as 'utf-8' or 'shift_jis' for options.encoding but received 'x' of type string":             {Encoding: "x"},
	} {
		assertOptionError(t, o.Validate(), message)
		_, err := core.New(o)
		assertOptionError(t, err, message)
	}
}

func TestNewCopiesItsOptions(t *testing.T) {
	gfm := &core.GFM{Strikethrough: true}
	c, err := core.New(core.Options{GFM: gfm})
	require.NoError(t, err)
	gfm.Strikethrough = false
	assert.Equal(t, "~~a~~", convert(t, c, "<del>a</del>"))
}

func assertOptionError(t *testing.T, err error, message string) {
	t.Helper()
	var e *core.Error
	if assert.ErrorAs(t, err, &e, message) {
		assert.Equal(t, core.CodeInvalidOption, e.Code)
		said, names, listed := strings.Cut(e.Message, " Known are ")
		assert.Equal(t, strings.HasPrefix(message, "Expected a known option name"), listed)
		assert.Equal(t, message, strings.TrimSuffix(said, "."))
		assert.Equal(t, listed, strings.HasSuffix(names, ": see docs/options.md"))
		assert.Equal(t, e.Message, err.Error())
	}
}

func FuzzParseOptions(f *testing.F) {
	for _, seed := range []string{"", "{}", `{"gfm":{"tables":false}}`, `{"hr":"***","maxDepth":1e2}`, `{"br":{"$js":"symbol","$text":"\ud800"}}`, `[[[`, `{"a":{"b":[]}}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, json []byte) {
		o, err := core.ParseOptions(json)
		if err != nil {
			var e *core.Error
			require.ErrorAs(t, err, &e)
			require.Equal(t, core.CodeInvalidOption, e.Code)
			return
		}
		_, err = core.New(o)
		require.NoError(t, err)
	})
}
