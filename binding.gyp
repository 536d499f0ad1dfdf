{
  # For those who run `node-gyp rebuild`: it calls the build script and compiles nothing itself.
  "targets": [
    {
      "target_name": "tidemark",
      "type": "none",
      "actions": [
        {
          "action_name": "build_addon",
          "inputs": [],
          # Never made, so that the action always runs: Go knows best what is up to date.
          "outputs": ["<(PRODUCT_DIR)/build_addon.always"],
          "action": ["node", "scripts/build-addon.mjs"]
        }
      ]
    }
  ]
}
