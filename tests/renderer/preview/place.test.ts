import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf, placeOf } from '../../../renderer/preview/place.ts'

test('a place comes back from the page as it went there, whatever the key of the row', () => {
  const place = fc
    .tuple(fc.array(fc.nat(2000), { maxLength: 6 }), fc.option(fc.string(), { nil: undefined }))
    .map(([path, key]) => (key === undefined ? { path } : { path, key }))
  fc.assert(
    fc.property(place, (each) => {
      expect(placeOf(codeOf(each))).toEqual(each)
    }),
  )
})
