import { useEffect, useState } from 'preact/hooks';

export type Theme = 'auto' | 'light' | 'dark';
export type Look = {
  locale: 'ko' | 'en';
  theme: Theme;
  setLocale: (locale: 'ko' | 'en') => void;
  setTheme: (theme: Theme) => void;
};

/** Language and brightness: a matter of this browser, not of the person one acts as. */
export function useLook(): Look {
  const [locale, setLocale] = useState<'ko' | 'en'>(localStorage.getItem('locale') === 'en' ? 'en' : 'ko');
  const kept = localStorage.getItem('theme');
  const [theme, setTheme] = useState<Theme>(kept === 'light' || kept === 'dark' ? kept : 'auto');
  useEffect(() => {
    localStorage.setItem('locale', locale);
    localStorage.setItem('theme', theme);
    document.documentElement.lang = locale;
    document.documentElement.dataset.theme = theme;
  }, [locale, theme]);
  return { locale, theme, setLocale, setTheme };
}
