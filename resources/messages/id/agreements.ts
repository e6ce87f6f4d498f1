/** Words of the pages about agreements, in Indonesian. */
export const agreements = {
  lead: 'Perjanjian Kerja Sama menentukan siapa yang boleh melihat data siapa, dengan cara apa, dan sampai kapan.',
} as const;
