package inline

// delimiter is a run of * _ or ~ in inline content: what formatting is to be written as, or literal text.
type delimiter struct {
	first, last int32 // the tokens that it is: formatting that touches may be one run. Of literal text, the token that it is in
	at          int32 // of literal text: where it is in run.text
	length      int32
	left        int32 // of length, what is not matched yet
	closing     int32 // the token that is to close next
	opening     int32 // the token that is to be closed next
	char        byte
	literal     bool
	escaped     bool // of literal text: it is to be escaped
	canOpen     bool
	canClose    bool
	unsure      bool // renderers differ on what it can do
	wrong       bool // it was matched with something else than what it belongs to
}

// delimiters decides how emphasis is written. The rules of CommonMark for what opens and closes emphasis are run over the
// delimiters as they would stand in the output: where they do not find the pairs that are meant, formatting is written as
// HTML, and literal characters that they find are escaped.
// https://spec.commonmark.org/0.31.2/#phase-2-inline-structure
type delimiters struct {
	list          []delimiter
	stack         []int32     // the delimiters that may still be closed
	linkScopes    []linkScope // for the run and each link that is open
	openersBottom openersBottom

	innermost [formatKinds]int32 // the token of the innermost formatting that is open, by kind

	escapes []int32 // where the literal delimiters are that have been found to need an escape, in order
}

// How often the rules are run. Each round settles at least one delimiter: after the first of these numbers, all that are in
// doubt; after the second, all.
const (
	rounds    = 8
	lastRound = 4 * rounds
)

// resolve decides on all formatting in a run, and then on the literal characters around it.
func (d *delimiters) resolve(w *Writer) {
	d.list = d.list[:0]
	if w.run.formatted && d.choose(&w.run, w.options) && !w.run.areApart() {
		d.resolveFormats(w)
	}
	if w.run.seen&delimiting != 0 {
		d.resolveLiterals(w)
	}
}

// resolveFormats changes how formatting is written until the rules find all of it.
func (d *delimiters) resolveFormats(w *Writer) {
	r := &w.run
	for round := 0; round < lastRound && !w.stopped(); round++ {
		for r.silenced {
			r.dropSilent()
			d.choose(r, w.options)
		}
		d.collect(w, false)
		if !d.dropNonFlanking(r) && !d.mismatch(w, (*delimiters).reject, round >= rounds) {
			return
		}
	}
	r.rejectAll()
}

// resolveLiterals escapes literal characters until the rules find no more of them.
func (d *delimiters) resolveLiterals(w *Writer) {
	for round := 0; !w.stopped(); round++ {
		d.collect(w, true)
		if !d.mismatch(w, (*delimiters).escape, round >= rounds) {
			return
		}
	}
}

// mismatch runs the rules as each kind of renderer does, and reports whether something had to change.
func (d *delimiters) mismatch(w *Writer, change func(*delimiters, *run, dialect, bool) bool, all bool) bool {
	d.match(w, together)
	if change(d, &w.run, together, all) {
		return true
	}
	if !d.holdsTildes(&w.run) {
		return false
	}
	for _, v := range [...]dialect{emphasisAlone, tildesAlone} {
		d.match(w, v)
		if change(d, &w.run, v, all) {
			return true
		}
	}
	return false
}

func (d *delimiters) holdsTildes(r *run) bool {
	for i := range d.list {
		r.lookAt(i)
		if d.list[i].char == '~' {
			return true
		}
	}
	return false
}

// areApart tells that all delimiters do what they are for without a look at the rules for pairs: each opens or closes for all
// renderers, none touches another or stands between two that are a pair, and there are no literal ones.
func (r *run) areApart() bool {
	if r.silenced || r.seen&delimiting != 0 {
		return false
	}
	inside := false
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.delimiter == 0 {
			continue
		}
		r.lookAt(i)
		if t.delimiter == '~' || inside == (t.kind == openToken) {
			return false
		}
		inside = !inside
		before, after := r.classBefore(i), r.classAfter(i)
		if before == delimiterChar || after == delimiterChar {
			return false
		}
		inner := before
		if inside {
			inner = after
		}
		if t.delimiter == '*' && inner == otherChar {
			continue // Whatever stands outside.
		}
		f := flanking(t.delimiter, before.strictly(), after.strictly())
		if inside && !f.openAll || !inside && !f.closeAll {
			return false
		}
	}
	return true
}
