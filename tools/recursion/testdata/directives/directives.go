package directives

//tidemark:recurses // want `say what bounds the depth: //tidemark:recurses <the bound, in words>`
func unsaid(n int) {
	if n > 0 {
		unsaid(n - 1)
	}
}

//tidemark:recurses twice // want `straight does not recurse: take its //tidemark:recurses away`
func straight(n int) int { return n }

//tidemark:recursesnot at all
func misspelt(n int) { // want `misspelt recurses`
	if n > 0 {
		misspelt(n - 1)
	}
}

// good says it in its doc comment.
//
//tidemark:recurses n times, which is at most 3
func good(n int) {
	if n > 0 {
		good(n - 1)
	}
}
