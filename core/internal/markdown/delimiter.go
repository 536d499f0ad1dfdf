package markdown

// https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
func (m *delimiter) flank(before, after charClass) {
	left := after != spaceChar && (after != punctChar || before != otherChar)
	right := before != spaceChar && (before != punctChar || after != otherChar)
	m.canOpen, m.canClose = left, right
	if m.char == '_' {
		m.canOpen = left && (!right || before == punctChar)
		m.canClose = right && (!left || after == punctChar)
	}
}

// match runs the rules over the delimiters. Within a link they are on their own.
func (d *delimiters) match(r *run) {
	d.stack, d.bases = d.stack[:0], append(d.bases[:0], 0)
	d.floor = [floors]int{}
	next := 0
	for i := range d.list {
		m := &d.list[i]
		for ; next < int(m.token); next++ {
			d.crossLink(r.tokens[next])
		}
		m.left, m.match = m.length, -1
		if m.escaped {
			continue
		}
		if m.canClose {
			d.close(i)
		}
		if m.left > 0 && m.canOpen {
			d.stack = append(d.stack, int32(i))
		}
	}
}

func (d *delimiters) crossLink(t token) {
	if t.format != linkFormat {
		return
	}
	if t.kind == openToken {
		d.bases = append(d.bases, len(d.stack))
		return
	}
	base := d.bases[len(d.bases)-1]
	d.bases = d.bases[:len(d.bases)-1]
	d.cut(base)
}

// cut takes delimiters from the stack. What was looked through in vain stays so only as far as it is still there.
func (d *delimiters) cut(n int) {
	d.stack = d.stack[:n]
	for i := range d.floor {
		d.floor[i] = min(d.floor[i], n)
	}
}

// close matches a closing delimiter with those that opened before it.
func (d *delimiters) close(i int) {
	c := &d.list[i]
	floor := &d.floor[c.floorIndex()]
	for c.left > 0 {
		at := len(d.stack) - 1
		bottom := max(*floor, d.bases[len(d.bases)-1])
		for at >= bottom && !matches(&d.list[d.stack[at]], c) {
			at--
		}
		if at < bottom {
			*floor = len(d.stack)
			return
		}
		o := &d.list[d.stack[at]]
		used := int32(1)
		if c.char == '~' {
			used = min(o.left, c.left)
		} else if o.left >= 2 && c.left >= 2 {
			used = 2
		}
		o.left -= used
		c.left -= used
		o.match, c.match = int32(i), d.stack[at]
		if o.left > 0 {
			at++
		}
		d.cut(at)
	}
}

func (m *delimiter) floorIndex() int {
	i := 0
	switch m.char {
	case '_':
		i = 1
	case '~':
		i = 2
	}
	i = i*3 + int(m.length%3)
	if m.canOpen {
		i += 9
	}
	return i
}

func matches(o, c *delimiter) bool {
	if o.char != c.char {
		return false
	}
	if c.char == '~' {
		// GFM asks for the same length, but not all renderers do. Literal text is to be safe from all.
		return o.length == c.length || o.literal || c.literal
	}
	return !(o.canClose || c.canOpen) || (o.length+c.length)%3 != 0 || o.length%3 == 0
}
