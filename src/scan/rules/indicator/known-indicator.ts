import { defineRule } from '../../rule.ts';

/** Something that was part of a known attack is used. */
export const knownIndicator = defineRule({
  id: 'known-indicator',
  severity: 'critical',
  confidence: 'certain',
  refs: ['CWE-506', 'ASI04'],
  text: {
    en: {
      title: 'It uses what is known from an attack',
      why: 'Several independent reports name it as part of an attack through skills.',
      check: 'Read the reports: {sources}.',
      used: '`{value}` is known from the campaign {campaign}.',
      hidden: '`{value}`, encoded here, is known from the campaign {campaign}.',
      published: 'The publisher `{value}` is known from the campaign {campaign}.',
    },
    ko: {
      title: '알려진 공격에 쓰인 것을 사용합니다',
      why: '서로 독립된 여러 보고서가 스킬을 통한 공격의 일부로 지목했습니다.',
      check: '보고서를 읽어 보십시오: {sources}.',
      used: '`{value}`은(는) {campaign} 공격에서 알려졌습니다.',
      hidden: '여기에 인코딩된 `{value}`은(는) {campaign} 공격에서 알려졌습니다.',
      published: '배포자 `{value}`은(는) {campaign} 공격에서 알려졌습니다.',
    },
  },
});
