package core_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// What is open where a document is begun again, since what follows says what its beginning means, says nothing of the next.
func TestNothingIsLeftOpen(t *testing.T) {
	for _, open := range []string{
		`<span style="white-space: pre-wrap">`,
		`<b style="font-weight: bold">x <span style="font-weight: normal">`,
		`<b><i><a href="/b">`,
		`</p><blockquote><ol><li>`,
	} {
		// Whether $x$ is a formula is doubtful until so much has come.
		document := open + "some <i>words\n with $x$</i></span> here<p>" + strings.Repeat("and others ", 20)
		c := core.Shrunk(newConverter(t, core.Options{}), 200, 20, 1)
		want := convert(t, c, document)
		for cut := range document {
			var out strings.Builder
			s := c.Stream(context.Background(), &out)
			for _, piece := range []string{document[:cut], document[cut:]} {
				_, err := s.WriteString(piece)
				require.NoError(t, err)
			}
			require.NoError(t, s.Close())
			require.Equal(t, want, out.String(), "%s at %d", open, cut)
			assert.Equal(t, "- a b", convert(t, c, "<ul><li>a\nb</ul>"), "after %s at %d", open, cut)
		}
	}
}

// endsAt is a context that ends when it has been looked at so often.
type endsAt struct {
	context.Context
	looks int
}

func (c *endsAt) Err() error {
	if c.looks--; c.looks < 0 {
		return context.Canceled
	}
	return nil
}

// Work that ends may end anywhere, in the middle of what changes the memory that the next has.
func TestNothingIsLeftOfWorkThatEnds(t *testing.T) {
	ending := []core.Options{
		{Format: "html"},
		{Keep: []string{"table, ul, div"}},
		{HTML: "keep", Tables: "html"},
		{LinkStyle: "referenced", HeadingStyle: "setext"},
		{Frontmatter: true, Content: &core.Content{Of: "main"}},
	}
	document := strings.Repeat(`<div class="x"><p>a <b>b <kbd>c</kbd></b> <a href="/x" title=y>d</a><table><tr><th>e<td><ul><li>f</ul></table></div>`, 200)
	probes := []core.Options{{}, {Tables: "html"}, {Keep: []string{"table"}}, {Format: "html"}}
	probe := `<p class="y">a <sub class="z" onclick="x">b</sub></p><table class="t"><thead><tr><th>c</th></tr></thead><tbody><tr><td>d</td></tr></tbody></table>`
	var converters []*core.Converter
	var want []string
	for _, options := range probes {
		c := newConverter(t, options)
		converters, want = append(converters, c), append(want, convert(t, c, probe))
	}
	for i, options := range ending {
		c := newConverter(t, options)
		for looks := range 60 {
			_, err := c.Convert(&endsAt{t.Context(), looks}, document)
			for j, p := range converters {
				require.Equal(t, want[j], convert(t, p, probe), "%d after %d looks of %d: %v", j, looks, i, err)
			}
		}
	}
}
