package inline

// flank tells what a delimiter between two characters can do. Where renderers differ on the characters, what is to open or
// close has to for all of them; all else that it could do for one is taken into account.
func (m *delimiter) flank(before, after charClass, opens, closes bool) {
	can, must := flanking(m.char, before.loosely(), after.loosely()), flanking(m.char, before.strictly(), after.strictly())
	m.canOpen, m.canClose = can.openSome, can.closeSome
	m.unsure = can.openSome != can.openAll || can.closeSome != can.closeAll
	if opens {
		m.canOpen = must.openAll
	}
	if closes {
		m.canClose = must.closeAll
	}
}

// flanks is what a delimiter can do for some and for all renderers.
type flanks struct{ openSome, openAll, closeSome, closeAll bool }

// flanking runs the rule for all that the characters around may be taken for.
// https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
func flanking(char byte, befores, afters []charClass) flanks {
	f := flanks{openAll: true, closeAll: true}
	for _, before := range befores {
		for _, after := range afters {
			left := after != spaceChar && (after != punctChar || before != otherChar)
			right := before != spaceChar && (before != punctChar || after != otherChar)
			opens, closes := left, right
			if char == '_' {
				opens = left && (!right || before == punctChar)
				closes = right && (!left || after == punctChar)
			}
			f.openSome, f.openAll = f.openSome || opens, f.openAll && opens
			f.closeSome, f.closeAll = f.closeSome || closes, f.closeAll && closes
		}
	}
	return f
}
