package article

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/dom"
)

// Who wrote a post that is kept stays, where it is said in a line.
func TestPosters(t *testing.T) {
	post := func(of string) string {
		return "<div class=post><div class=userinfo><a href=u>kim</a> <span>Member</span></div><div class=message><p>" + strings.Repeat(of+sentence, 2) + "</div></div>"
	}
	f := find(t, "<title>Engine - Boat Forum</title><h1>Engine stalls</h1><div class=posts>"+post("One. ")+post("Two. ")+post("Three. ")+"</div>", Balance)
	least, _ := f.finder.threshold()
	for i := range f.finder.units {
		if u := &f.finder.units[i]; f.finder.posterOf(u) != nil {
			f.finder.keep[i], f.finder.likely[i] = false, uint8(least/4)
		}
	}
	f.finder.keepPosters(least)
	for i := range f.finder.units {
		if u := &f.finder.units[i]; f.finder.posterOf(u) != nil {
			assert.True(t, f.finder.keep[i])
		}
	}
	assert.Contains(t, f.left(dom.Root), "kim")
}
