import { expect, test } from 'vitest'
import { toDatabaseError } from '../src/database/database-error.ts'

const failure = (code: string) => Object.assign(new Error('a text with the password'), { code })

test.each([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_HAS_EXPIRED',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])('a certificate that is not trusted (%s) is named as the cause, with what to check', (code) => {
  expect(toDatabaseError(failure(code))).toMatchObject({
    trouble: 'refused',
    code,
    message: `The database's certificate is not trusted (${code}): check sslrootcert in DATABASE_URL, and the host name.`,
  })
})

test.each(['ECONNREFUSED', 'EPIPE', '57P01', '08006'])('a temporary failure (%s) says to try again', (code) => {
  expect(toDatabaseError(failure(code))).toMatchObject({
    trouble: 'unavailable',
    message: `The database cannot be reached (${code}): try again in a minute.`,
  })
})

test('a missing file of certificates is named as the cause, and a missing socket is temporary', () => {
  const missing = (syscall: string) => Object.assign(failure('ENOENT'), { syscall })
  expect(toDatabaseError(missing('open'))).toMatchObject({
    trouble: 'refused',
    message: 'A file that DATABASE_URL names cannot be read (ENOENT): check sslrootcert.',
  })
  expect(toDatabaseError(missing('connect'))).toMatchObject({ trouble: 'unavailable' })
})
