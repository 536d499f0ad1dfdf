package metadata_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A page that lists others, the front page of a site and what is on sale have dates that are of something else.
func TestMakingOfOthers(t *testing.T) {
	const making = `<meta property="article:published_time" content="2026-03-08"><meta name=author content="Ann Lee">`
	item := func(kind string) string {
		return `<script type="application/ld+json">{"@type":"` + kind + `","name":"Ropes","url":"https://a.org/ropes"}</script><title>Ropes</title>`
	}
	assert.Equal(t, "2026-03-08", read(t, making+item("Article"), "https://a.org/ropes").Published)
	for _, kind := range []string{"CollectionPage", "Product"} {
		assert.Empty(t, read(t, making+item(kind), "https://a.org/ropes").Published, kind)
	}
	assert.Empty(t, read(t, making+item("CollectionPage"), "https://a.org/ropes").Authors)
	front := read(t, making, "https://a.org/")
	assert.Empty(t, front.Published)
	assert.Empty(t, front.Authors)
	assert.NotEmpty(t, read(t, making, "https://a.org/ropes").Authors)
}
