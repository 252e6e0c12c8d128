import { writeChecksums } from './write-resource.ts'

// Writes the checksums of the data files after one was edited by hand: npm run resources
writeChecksums()
