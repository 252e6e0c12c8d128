// To be preloaded into a bot, whose worker threads preload it, too: while the file that HOLD_LISTING names exists, no listing of the
// articles' folder ends. So a reindex stays where it is until the test has done what it wants to do meanwhile.
import { existsSync, realpathSync } from 'node:fs'
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'

const { ARTICLES_DIR, HOLD_LISTING } = process.env
const articles = realpathSync(ARTICLES_DIR)
const { readdir } = fs
fs.readdir = async (path, ...more) => {
  while (path === articles && existsSync(HOLD_LISTING)) await wait(20)
  return readdir(path, ...more)
}
syncBuiltinESMExports()
