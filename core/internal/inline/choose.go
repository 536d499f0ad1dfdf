package inline

// choose returns all emphasis the characters that are asked for, but others to emphasis that touches another: together they
// would be one delimiter run.
func (d *delimiters) choose(r *run, o *Options) bool {
	marked := false
	d.innermost = [formatKinds]int32{}
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.format != LinkFormat {
			d.track(r, i)
		}
		switch {
		case t.kind == openToken:
			r.lookAt(i)
			if t.delimiter = preferred(t.format, o); t.delimiter == 0 {
				continue
			}
			marked = true
			if t.nested {
				t.delimiter = d.nestedDelimiter(r, i)
			} else if before := r.before(i); before.delimiter == t.delimiter || t.delimiter == '~' && r.besideTilde(i) {
				t.delimiter = otherDelimiter(t.delimiter)
			}
			r.setDelimiter(i, t.delimiter)
		case t.kind == closeToken && t.delimiter != 0:
			if before := r.before(i); before.kind == closeToken && before.delimiter == t.delimiter {
				r.setDelimiter(int(before.pair), otherDelimiter(t.delimiter))
			}
		}
	}
	return marked
}

// nestedDelimiter chooses for emphasis in emphasis of the same kind: it needs another character. If it is all there is in <b>
// or <i>, it says nothing more than that.
func (d *delimiters) nestedDelimiter(r *run, i int) byte {
	t := r.tokens[i]
	outer := r.tokens[t.enclosing()]
	if int(t.enclosing()) == i-1 && outer.pair == t.pair+1 && !outer.stress {
		return 0
	}
	return otherDelimiter(outer.delimiter)
}

// track keeps in mind the innermost formatting of each kind. That which is open around it encloses it.
func (d *delimiters) track(r *run, i int) {
	switch t := &r.tokens[i]; t.kind {
	case openToken:
		t.ref, d.innermost[t.format] = d.innermost[t.format], int32(i)
	case closeToken:
		d.innermost[t.format] = r.tokens[t.pair].enclosing()
	}
}

// dropSilent takes away formatting that leaves no trace, so that what stands around it is together.
func (r *run) dropSilent() {
	r.silenced = false
	kept := r.tokens[:0]
	for i, t := range r.tokens {
		r.lookAt(i)
		n := len(kept)
		switch {
		case t.silent:
			continue
		case t.kind == textToken && n > 0 && kept[n-1].kind == textToken && kept[n-1].end == t.start:
			kept[n-1].end = t.end
			kept[n-1].seen |= t.seen
			continue
		case t.kind == openToken && n > 0 && kept[n-1].goesOn(t.format):
			r.open = append(r.open, kept[n-1].pair)
			kept = kept[:n-1]
			continue
		case t.kind == openToken:
			r.open = append(r.open, int32(n))
		case t.kind == closeToken:
			t.pair = r.open[len(r.open)-1]
			r.open = r.open[:len(r.open)-1]
			kept[t.pair].pair = int32(n)
		}
		kept = append(kept, t)
	}
	r.tokens = kept
}

// before is the token whose output comes right before that of token i.
func (r *run) before(i int) *token {
	for i--; i >= 0; i-- {
		if t := &r.tokens[i]; !t.silent {
			return t
		}
	}
	return &edgeToken
}

// after is the token whose output comes right after that of token i.
func (r *run) after(i int) *token {
	for i++; i < len(r.tokens); i++ {
		if t := &r.tokens[i]; !t.silent {
			return t
		}
	}
	return &edgeToken
}

// edgeToken stands for the beginning or end of a run. It is never changed.
var edgeToken = token{kind: breakToken, ref: edge}

func preferred(f FormatKind, o *Options) byte {
	switch {
	case f == EmFormat:
		return o.Em
	case f == StrongFormat:
		return o.Strong[0]
	case f == DelFormat && o.Strikethrough:
		return '~'
	default:
		return 0
	}
}

func otherDelimiter(c byte) byte {
	switch c {
	case '*':
		return '_'
	case '_':
		return '*'
	default:
		return 0
	}
}

// setDelimiter sets the delimiter of the formatting that token i opens. Without one it is HTML, or not written.
func (r *run) setDelimiter(i int, c byte) {
	t := &r.tokens[i]
	end := &r.tokens[t.pair]
	t.delimiter, end.delimiter = c, c
	t.silent = c == 0 && (t.nested || r.escape.dropHTML)
	end.silent = t.silent
	r.silenced = r.silenced || t.silent
}
