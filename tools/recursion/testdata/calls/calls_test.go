package calls

func inTest(n *node) {
	if n != nil {
		inTest(n.next)
	}
}
