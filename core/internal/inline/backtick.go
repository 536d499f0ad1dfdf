package inline

import "tidemark/core/internal/watch"

// tristate is that to a question about all of a run, which is asked only where it matters.
type tristate uint8

const (
	unasked tristate = iota
	yes
	no
)

func tristateOf(is bool) tristate {
	if is {
		return yes
	}
	return no
}

// escapesBackticks reports whether all literal backticks in the run have an escape.
func (e *escaper) escapesBackticks(r *run) bool {
	if e.backticks == unasked {
		e.backticks = tristateOf(r.mayCloseBackticks())
	}
	return e.backticks == yes
}

// mayCloseBackticks reports whether literal backticks could become the delimiters of a code span: two runs are as long as each
// other, be it that one of them is in a code span or in the markup of a link.
func (r *run) mayCloseBackticks() bool {
	var seen uint64 // lengths of runs
	literal, other, inLink := false, false, false
	note := func(length int) bool {
		bit := uint64(1) << min(length, 63)
		twice := seen&bit != 0
		seen |= bit
		return twice
	}
	twice, split := false, false
	far := int32(0)
	for i, t := range r.tokens {
		switch t.kind {
		case imageToken, rawToken:
			other = true
			continue
		case openToken, closeToken:
			inLink = t.format == LinkFormat && t.kind == openToken || inLink && t.format != LinkFormat
			continue
		case textToken:
		case codeToken, mathToken:
			if t.kind == mathToken && t.delimiter == 0 {
				continue // It holds none.
			}
			// Its own delimiters; next to literal backticks they would be longer.
			other = true
			twice = note(shortestAbsentRun(r.watch, r.text[t.start:t.end])) || twice
		default:
			continue
		}
		for at := t.start; at < t.end; {
			if at >= far {
				r.watch.Look()
				far = at + watch.Every
			}
			if r.text[at] != '`' {
				at++
				continue
			}
			start := at
			for at < t.end && r.text[at] == '`' {
				at++
			}
			if t.kind == textToken {
				// A fence is escaped, which leaves single backticks.
				split = split || at-start >= 3 && start == t.start && r.before(i).kind == breakToken
				other = other || literal && split || inLink // It has an escape there.
				literal = true
			}
			twice = note(int(at-start)) || twice
		}
	}
	return literal && (twice || other)
}
