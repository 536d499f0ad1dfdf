package bench

import (
	"context"
	"testing"
)

// contender is one of those that do the same work.
type contender struct {
	name    string
	prepare func(ctx context.Context, html []byte) (task, error)
}

// task is that work for one page.
type task struct {
	run  func() error
	made func() int // how much the last run made, in whatever unit
}

// compare times contenders page by page, so that those compared run close together. The names of the benchmarks are for
// benchstat's -col and -row.
func compare(b *testing.B, contenders ...contender) {
	for _, p := range pages(b) {
		for _, c := range contenders {
			b.Run("contender="+c.name+"/page="+p.name, func(b *testing.B) { c.time(b, p) })
		}
	}
}

func (c contender) time(b *testing.B, p page) {
	t, err := c.prepare(b.Context(), p.html)
	if err != nil {
		b.Fatal(err)
	}
	if err := t.run(); err != nil {
		b.Fatal(err)
	}
	if t.made() == 0 {
		b.Fatalf("%s makes nothing of %s", c.name, p.name)
	}
	b.SetBytes(int64(len(p.html)))
	b.ReportAllocs()
	for b.Loop() {
		if err := t.run(); err != nil {
			b.Fatal(err)
		}
	}
}
