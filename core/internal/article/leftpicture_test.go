package article

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/dom"
)

// shows reports whether the image with an address is kept.
func (f *found) shows(source string) bool {
	f.finder.Apply()
	for id := dom.Root; id != 0; {
		if f.doc.Node(id).Traits&dom.Excluded != 0 {
			id = f.doc.FollowingSkipped(id, dom.Root)
			continue
		}
		if f.doc.Value(id, dom.AttrSrc) == source {
			return true
		}
		id = f.doc.Following(id, dom.Root)
	}
	return false
}

// A card is kept with its picture, or left out with it.
func TestPicturesOfCards(t *testing.T) {
	card := func(n string) string {
		return "<li class=card><a href=/p/" + n + "><img src=/" + n + ".jpg alt=''><h3>Rope " + n + " of ten metres</h3></a><p>Made in our own ropewalk of " + n + " strands, and spliced for you on request.</p></li>"
	}
	f := find(t, "<title>Ropes</title><main><h1>Ropes</h1><p>"+strings.Repeat(sentence, 3)+"</p><ul class=grid>"+card("three")+card("eight")+card("twelve")+card("sixteen")+"</ul></main>", Balance)
	for _, n := range []string{"three", "eight", "twelve", "sixteen"} {
		assert.True(t, f.shows("/"+n+".jpg"), n)
	}
}

// The same picture for small screens and for large ones is there once, and others stay.
func TestSamePicture(t *testing.T) {
	text := "<p>" + strings.Repeat(sentence, 4) + "</p>"
	f := find(t, "<main><h1>Tides</h1>"+text+"<figure><div><img src=/large/DSC00889.jpg></div><div><img src=/small/DSC00889.jpg></div><div><img src=/large/DSC00890.jpg></div><figcaption>The quay at low water.</figcaption></figure>"+text+"</main>", Balance)
	assert.True(t, f.shows("/large/DSC00889.jpg"))
	assert.False(t, f.shows("/small/DSC00889.jpg"))
	assert.True(t, f.shows("/large/DSC00890.jpg"))
}

func TestFileOf(t *testing.T) {
	for address, name := range map[string]string{
		"/a/DSC00889.jpg?w=800": "DSC00889.jpg", "/1/large.jpg": "", "data:image/png;base64,iVBO12345": "", "": "", "/hqdefault.jpg": "",
	} {
		assert.Equal(t, name, fileOf(address), address)
	}
}
