package markdown_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A list goes on only where nothing stands between it and its next part.
func TestListInParts(t *testing.T) {
	one := func(level, text string) string {
		return `<ul class="lst-kix_a-` + level + `"><li>` + text + `</li></ul>`
	}
	check(t, []conversion{
		{one("0", "a") + " <!-- --> " + one("0", "b"), "- a\n- b"},
		{one("0", "a") + "<p>&nbsp;</p>" + one("0", "b"), "- a\n- b"},
		{one("0", "a") + "x" + one("0", "b"), "- a\n\nx\n\n- b"},
		{one("0", "a") + "<hr>" + one("1", "b"), "- a\n\n---\n\n- b"},
		{"<div>" + one("0", "a") + "</div><section>" + one("1", "b") + "</section>", "- a\n  - b"},
		{"<blockquote>" + one("0", "a") + "</blockquote>" + one("0", "b"), "> - a\n\n- b"},
		{one("2", "a") + one("0", "b") + one("1", "c"), "- a\n- b\n  - c"},
		{one("0", "a") + "<ul><li>b</li></ul>" + one("0", "c"), "- a\n\n* b\n\n- c"},
		{one("0", "a") + `<ol class="lst-kix_a-1"><li>b</li></ol>` + one("1", "c"), "- a\n  1. b\n\n  - c"},
		{"<ul><li>x" + one("0", "a") + one("1", "b") + "</li><li>y</li></ul>", "- x\n  - a\n    - b\n- y"},
		{one("0", "") + one("0", "a") + one("1", "<br>") + one("0", "b"), "- a\n- b"},
		{"<table><tr><th>" + one("0", "a") + one("0", "b") + "</table>", "| a<br>b |\n| --- |"},
	})
}

// However deep parts say that they are, what is around them costs no more.
func TestDeepParts(t *testing.T) {
	var html strings.Builder
	for i := range 1000 {
		html.WriteString(`<p class=MsoListParagraph style="margin-left:` + strings.Repeat("9", i%3+1) + `pt;mso-list:l0">`)
		html.WriteString(strings.Repeat(`<ul class="lst-kix_a-99"><li>a</li></ul>`, 2))
	}
	assert.Less(t, len(convert(t, html.String())), 60_000)
}
