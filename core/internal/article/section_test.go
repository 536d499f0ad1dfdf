package article

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A section that is unlikely is kept if those that look like it are.
func TestSections(t *testing.T) {
	section := func(of string) string {
		return "<div class=sect><h3>" + of + "</h3><p>" + strings.Repeat(of+": "+sentence, 3) + "</div>"
	}
	for sections, isKept := range map[int]bool{leastSections: true, leastSections - 1: false} {
		var all []string
		for i := range sections {
			all = append(all, section("Harbour "+strconv.Itoa(i)))
		}
		f := find(t, "<h1>Tides</h1><div>"+strings.Join(all, "")+"</div>", Balance)
		last := len(f.finder.units) - 1
		f.finder.keep[last], f.finder.keep[last-1] = false, false
		f.finder.groups.begin(f.finder.watch, len(f.finder.units)) // It has been done once.
		f.finder.keepSections()
		assert.Equal(t, isKept, f.finder.keep[last])
		assert.Equal(t, isKept, f.finder.keep[last-1])
	}
}
