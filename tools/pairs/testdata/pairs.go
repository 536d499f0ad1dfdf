package testdata

func (t *T) Begin() {
	t.count.Add(1) // pairs with Done in T.End
	t.count.Add(1) // pairs with Sub in T.End, wrong
}

func (t *T) End() { t.count.Done() } // pairs with the addition in Begin

func generic[T any]() {} // pairs with End
