package marked

func inTest(c chan plain, p *plain) {
	c <- *p
	go p.run()
}
