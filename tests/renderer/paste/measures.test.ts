import { describe, expect, test } from 'vitest'
import { indicatorOf, milestoneOf } from '../../../renderer/paste/measures.ts'

describe('milestones', () => {
  test.each([
    ['Fælles ramme vedtaget, 3. kvartal 2027', 'Fælles ramme vedtaget', '3. kvartal 2027'],
    ['Ultimo 2027: Fælles ramme vedtaget', 'Fælles ramme vedtaget', 'Ultimo 2027'],
    ['1. juni 2027 – Rammen er vedtaget, 2. udgave', 'Rammen er vedtaget, 2. udgave', '1. juni 2027'],
    ['Ny skole åbner (august 2027)', 'Ny skole åbner', 'august 2027'],
    ['Ny skole åbner - august 2027.', 'Ny skole åbner', 'august 2027'],
    ['2027\tNy skole åbner', 'Ny skole åbner', '2027'],
    ['Måling af trivsel, maj, juni og august 2027', 'Måling af trivsel', 'maj, juni og august 2027'],
    ['Opfølgning i ledelsen; løbende', 'Opfølgning i ledelsen', 'løbende'],
    ['Alle skoler har en plan senest 1. juni 2027', 'Alle skoler har en plan', 'senest 1. juni 2027'],
    [
      'Planen er politisk vedtaget inden udgangen af 2026',
      'Planen er politisk vedtaget',
      'inden udgangen af 2026',
    ],
  ])('%j', (line, title, whenText) => {
    expect(milestoneOf(line)).toEqual({ title, milestone: { whenText, responsible: null } })
  })

  test.each([
    'Opfølgning på budget 2027',
    'Klimaplan frem mod 2030',
    'Evaluering af skoleåret 2027/28',
    'Ny ramme, ny praksis',
    'Fase 1: Afklaring',
    '3. kvartal 2027',
    '',
  ])('%j has no time of its own', (line) => {
    expect(milestoneOf(line)).toEqual({ title: line, milestone: { whenText: null, responsible: null } })
  })

  test('who is responsible, as our documents write it', () => {
    expect(milestoneOf('3. kvartal 2027: Ramme vedtaget (ansvarlig: Leder af PPR)')).toEqual({
      title: 'Ramme vedtaget',
      milestone: { whenText: '3. kvartal 2027', responsible: 'Leder af PPR' },
    })
    expect(milestoneOf('Ramme vedtaget, maj 2027, Ansvarlig: Anne')).toEqual({
      title: 'Ramme vedtaget',
      milestone: { whenText: 'maj 2027', responsible: 'Anne' },
    })
  })
})

describe('indicators', () => {
  const none = { unit: null, baseline: null, target: null, whenText: null }

  test.each([
    [
      'Lav trivsel: udgangspunkt 14 %, mål 11 %, foråret 2029',
      'Lav trivsel',
      { unit: '%', baseline: '14', target: '11', whenText: 'foråret 2029' },
    ],
    ['Elever: 0-3 år: mål 6,8 point', 'Elever: 0-3 år', { unit: 'point', target: '6,8' }],
    ['Fravær: udgangspunkt ca. 14 %, mål 9', 'Fravær', { baseline: 'ca. 14 %', target: '9' }],
    [
      'andel elever med højt fravær: fra 14 til 9 % ultimo 2028',
      'andel elever med højt fravær',
      { unit: '%', baseline: '14', target: '9', whenText: 'ultimo 2028' },
    ],
    ['Trivsel fra 3,4 til 4,0', 'Trivsel', { baseline: '3,4', target: '4,0' }],
    [
      'Trivsel, fra 3,4 til 4,0 ultimo 2028',
      'Trivsel',
      { baseline: '3,4', target: '4,0', whenText: 'ultimo 2028' },
    ],
    [
      'Ventetid (fra 12 uger til 4 uger, 2029)',
      'Ventetid',
      { unit: 'uger', baseline: '12', target: '4', whenText: '2029' },
    ],
    ['Interview med forældre, foråret 2028', 'Interview med forældre', { whenText: 'foråret 2028' }],
    ['Antal børn fra 0 til 6 år i dagtilbud', 'Antal børn fra 0 til 6 år i dagtilbud', {}],
    ['Læselyst', 'Læselyst', {}],
  ])('%j', (line, title, values) => {
    expect(indicatorOf(line)).toEqual({ title, indicator: { ...none, ...values } })
  })
})
