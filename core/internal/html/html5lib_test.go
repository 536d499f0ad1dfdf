package html_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/tool/treetext"
)

// html5lib returns the folder of html5lib-tests, which lies in the module golang.org/x/net.
// https://github.com/html5lib/html5lib-tests
func html5lib(t testing.TB) string {
	t.Helper()
	module, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "golang.org/x/net").Output()
	require.NoError(t, err)
	return filepath.Join(strings.TrimSpace(string(module)), "html/testdata/html5lib-tests")
}

// treeTest is a case of tree construction.
type treeTest struct {
	data, context, want string
	scriptOn            bool
}

// readTreeTests reads a .dat file. Sections begin with a line of # and a name; those of a case end at the next #data.
func readTreeTests(t testing.TB, file string) []treeTest {
	t.Helper()
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	var tests []treeTest
	for _, part := range strings.Split("\n"+string(content), "\n#data\n")[1:] {
		var c treeTest
		sections := strings.Split("data\n"+part, "\n#")
		for _, section := range sections {
			name, body, _ := strings.Cut(section, "\n")
			switch name {
			case "data":
				c.data = body
			case "document-fragment":
				c.context = body
			case "document":
				c.want = strings.TrimRight(body, "\n")
			case "script-on":
				c.scriptOn = true
			case "errors", "new-errors", "script-off":
			default: // a line of the data that begins with #
				c.data += "\n#" + section
			}
		}
		tests = append(tests, c)
	}
	return tests
}

// contextElement reads the context of a fragment, such as "td" or "svg path".
func contextElement(s string) html.Element {
	var e html.Element
	switch ns, name, ok := strings.Cut(s, " "); {
	case !ok:
		e.Name = s
	case ns == "svg":
		e.Namespace, e.Name = dom.SVG, strings.ToLower(name)
	default:
		e.Namespace, e.Name = dom.MathML, name
	}
	return e
}

// notRun are cases about something else than parsing, with the reason.
var notRun = map[string]string{
	"<select><button><selectedcontent></button><option>X":                   selectedContent,
	"<select><button><selectedcontent></button><option>x<i>i<b>ib</i>b":     selectedContent,
	"<select><button><selectedcontent></button><option>X<option>Y":          selectedContent,
	"<select><button><selectedcontent></button><option>X<option selected>Y": selectedContent,
}

const selectedContent = "the parser does not fill <selectedcontent>: the select element does, with a copy of its option"

func TestTreeConstruction(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(html5lib(t), "tree-construction", "*.dat"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var parser html.Parser
	run, skipped := 0, 0
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".dat"), func(t *testing.T) {
			for i, c := range readTreeTests(t, file) {
				if reason, ok := notRun[c.data]; ok {
					t.Logf("not run: %q: %s", c.data, reason)
					skipped++
					continue
				}
				run++
				for _, pieces := range []int{0, 1, 3} {
					got, err := parseTree(&parser, c, pieces)
					require.NoError(t, err)
					if !assert.Equal(t, c.want, got, "case %d, in pieces of %d bytes: %q in %q", i+1, pieces, c.data, c.context) {
						break
					}
				}
			}
		})
	}
	t.Logf("%d cases of %d files run, %d not", run, len(files), skipped)
}

// parseTree parses a case, whole or in pieces of that many bytes, and returns the tree as the tests write it.
func parseTree(parser *html.Parser, c treeTest, pieces int) (string, error) {
	var d dom.Document
	options := html.Options{Comments: true, Scripting: c.scriptOn}
	ctx := context.Background()
	root := dom.Root
	var err error
	switch {
	case c.context != "":
		err = parser.ParseFragment(ctx, &d, []byte(c.data), contextElement(c.context), options)
		root = d.Node(dom.Root).Last
	case pieces == 0:
		err = parser.Parse(ctx, &d, []byte(c.data), options)
	default:
		parser.Start(&d, options)
		for piece := range slices.Chunk([]byte(c.data), pieces) {
			if err = parser.Write(ctx, piece); err != nil {
				return "", err
			}
		}
		err = parser.Close(ctx)
	}
	return strings.TrimSuffix(treetext.Of(&d, root), "\n"), err
}
