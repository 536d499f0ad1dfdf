package article

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestReadWords(t *testing.T) {
	for attribute, want := range map[string]signs{
		"":                        0,
		"x":                       0,
		"content":                 1 << saysContent,
		"Content":                 1 << saysContent,
		"main-content":            1 << saysContent,
		"entryContent":            1<<saysContent | 1<<saysItem,
		"nav_links2":              1 << saysNav,
		"comment-list":            1<<saysComment | 1<<saysList,
		"relatedPosts":            1<<saysRelated | 1<<saysPost,
		"NAV":                     1 << saysNav,
		"discontent":              0,
		strings.Repeat("x", 1000): 0,
	} {
		assert.Equal(t, want, readWords(attribute), attribute)
	}
}

// Classes that differ in numbers alone look alike.
func TestHash(t *testing.T) {
	assert.Equal(t, hash("post post-12 even"), hash("post post-305 even"))
	assert.NotEqual(t, hash("post"), hash("host"))
}

func TestTypesIn(t *testing.T) {
	for json, want := range map[string]uint8{
		``:                               0,
		`{"@type":"NewsArticle"}`:        1 << declaresArticle,
		`{"@type" : ["Thing","QAPage"]}`: 1 << declaresThread,
		`{"@graph":[{"@type":"WebSite"},{"@type":"Product","review":{"@type":"Review"}}]}`: 1 << declaresProduct,
		`{"@type":"Pro`:      0,
		`{"@type":`:          0,
		`{"@type":["Product`: 0,
	} {
		assert.Equal(t, want, typesIn(json), json)
	}
}
