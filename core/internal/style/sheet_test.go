package style

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/watch"
)

// styles returns what the first <style> of a document says of the elements with the ID x.
func styles(t *testing.T, document string) (s *Sheets, found []Style) {
	t.Helper()
	var doc dom.Document
	var parser html.Parser
	require.NoError(t, parser.Parse(context.Background(), &doc, []byte(document), html.Options{}))
	s = new(Sheets)
	var w watch.Watch
	s.Count(&doc, doc.Find(dom.Root, dom.TagStyle))
	s.Read(&w, &doc, doc.Find(dom.Root, dom.TagStyle))
	for id := range doc.Nodes() {
		if n := doc.Node(dom.ID(id)); n.Kind == dom.KindElement && doc.Has(dom.ID(id), dom.AttrLang) {
			found = append(found, s.Of(&doc, dom.ID(id), Style{}))
		}
	}
	return s, found
}

func TestSelectors(t *testing.T) {
	const element = `<div class="a b" id=i><p class="c"><span lang=x class="d e-2 " id=j>`
	for sheet, want := range map[string]Style{
		".d{font-weight:bold}":                                       {Weight: Bold},
		"span.d{font-weight:bold}":                                   {Weight: Bold},
		"SPAN.d{font-weight:bold}":                                   {Weight: Bold},
		"p.d{font-weight:bold}":                                      {},
		".d.e-2{font-weight:bold}":                                   {Weight: Bold},
		".d.f{font-weight:bold}":                                     {},
		".e{font-weight:bold}":                                       {},
		"#j{font-weight:bold}":                                       {Weight: Bold},
		"span{font-weight:bold}":                                     {Weight: Bold},
		"*{font-weight:bold}":                                        {},
		".x,.d,.y{font-weight:bold}":                                 {Weight: Bold},
		".c .d{font-weight:bold}":                                    {Weight: Bold},
		".a .d{font-weight:bold}":                                    {Weight: Bold},
		".c>.d{font-weight:bold}":                                    {Weight: Bold},
		".c > .d{font-weight:bold}":                                  {Weight: Bold},
		".a > .d{font-weight:bold}":                                  {},
		"#i span{font-weight:bold}":                                  {Weight: Bold},
		".x .d{font-weight:bold}":                                    {},
		".a .c .d{font-weight:bold}":                                 {}, // more than is known
		".d:hover{font-weight:bold}":                                 {},
		".d::before{font-weight:bold}":                               {},
		".d[x]{font-weight:bold}":                                    {},
		".c+.d{font-weight:bold}":                                    {},
		"@media print{.d{font-weight:bold}}":                         {},
		"@media print{.d{font-weight:bold}}.d{font-style:italic}":    {Slant: Italic},
		"@import 'a';.d{font-weight:bold}":                           {Weight: Bold},
		"<!-- .d{font-weight:bold} -->":                              {Weight: Bold},
		"/* { */.d{font-weight:bold}":                                {Weight: Bold},
		".d{font-weight:bold":                                        {Weight: Bold},
		".d{font-weight:bold}.d{font-weight:normal}":                 {Weight: Normal},
		"#j{font-weight:bold}.d{font-weight:normal}":                 {Weight: Bold},
		"span.d{font-weight:bold}.d{font-weight:normal}":             {Weight: Bold},
		".d{font-weight:bold!important}#j{font-weight:normal}":       {Weight: Bold | important},
		".d{color:red}.e-2{font-weight:normal}.d{font-weight:bold}":  {Weight: Bold},
		".d{font-weight:bold}.e-2{font-weight:normal}.d{color:red}":  {Weight: Normal},
		".d{font-style:italic}.e-2{font-weight:bold}.d{color:green}": {Weight: Bold, Slant: Italic},
		".d": {},
		"":   {},
	} {
		_, found := styles(t, "<style>"+sheet+"</style>"+element)
		assert.Equal(t, []Style{want}, found, sheet)
	}
}

// Sheets that say how a site looks are long and have no mark of a converter.
func TestLongSheets(t *testing.T) {
	rule, long := ".c1{font-weight:bold}", strings.Repeat(".x{color:red}", smallSheets/10)
	for sheet, want := range map[string]Style{
		rule + long:                                   {},
		"ol{margin:0;padding:0}" + long + rule:        {Weight: Bold},
		"/* Font Definitions */" + long + rule:        {Weight: Bold},
		"@page { margin: 2cm }" + long + rule:         {Weight: Bold},
		long + "ol{margin:0;padding:0}" + rule:        {},
		"@page {}" + strings.Repeat(long, 100) + rule: {},
		rule + "@page{}" + strings.Repeat(long, 100):  {Weight: Bold},
	} {
		_, found := styles(t, "<style>"+sheet+"</style><p><span lang=x class=c1>")
		assert.Equal(t, []Style{want}, found, sheet[:20])
	}
}

// However many rules there are, few are kept, and fewer looked at for an element.
func TestRulesAreBounded(t *testing.T) {
	var sheet strings.Builder
	sheet.WriteString("@page{}")
	for i := range 20_000 {
		fmt.Fprintf(&sheet, ".a .b.c%d{font-weight:bold}.d%d{font-weight:bold}", i, i)
	}
	s, _ := styles(t, "<style>"+sheet.String()+"</style>")
	assert.LessOrEqual(t, len(s.rules), mostRules)
	alike := 1
	for at := s.first[key{'.', "b"}]; s.rules[at].next >= 0; at = s.rules[at].next {
		alike++
	}
	assert.Equal(t, mostAlike, alike)
	assert.Positive(t, s.Room())
	s.Reset()
	assert.True(t, s.IsEmpty())
}
