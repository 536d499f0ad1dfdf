// Linked before everything else: see darwin-cc.mjs.
void tm_signals_block_while_loading(void);

__attribute__((constructor)) static void first(void) { tm_signals_block_while_loading(); }
