import { expect, it } from 'vitest';
import { decode, readCsv } from '../../console/src/screens/leads/exchange/import/read-csv.ts';

it('reads cells in quotes with what separates cells and lines in them', () => {
  expect(readCsv('name,note\r\n"Lovelace, Ada","said ""yes""\nat once"\r\nBo,\r\n')).toEqual([
    ['name', 'note'],
    ['Lovelace, Ada', 'said "yes"\nat once'],
    ['Bo', ''],
  ]);
});

it('finds what separates the cells by the first line, outside of quotes', () => {
  expect(readCsv('"a,b,c";d\n1;2,5')).toEqual([
    ['a,b,c', 'd'],
    ['1', '2,5'],
  ]);
  expect(readCsv('a\tb\r1\t2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

it('keeps the place of empty lines, takes a last line without an end, and a quote that never closes', () => {
  expect(readCsv('a,b\n\n1,2')).toEqual([['a', 'b'], [''], ['1', '2']]);
  expect(readCsv('a\n"never\nends')).toEqual([['a'], ['never\nends']]);
  expect(readCsv('')).toEqual([]);
});

it('takes off the apostrophe that keeps a cell from being a formula, and no other', () => {
  expect(readCsv("'+1 555,'=SUM(A1),'tis,-5")).toEqual([['+1 555', '=SUM(A1)', "'tis", '-5']]);
});

it('reads UTF-8 with its mark, and what older spreadsheets write', () => {
  expect(decode(new Uint8Array([0xef, 0xbb, 0xbf, 0xc3, 0xa9]).buffer)).toBe('é');
  expect(decode(new Uint8Array([0x80, 0xe9]).buffer)).toBe('€é');
});
