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
