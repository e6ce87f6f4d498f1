/** What an element is called in the language of the page; an address has the name of its first part. */
import { elementCatalogue, partsOf } from '../../electron/contract/elements.ts';
import type { DataElement } from '../../electron/contract/index.ts';
import { usePreferences } from '../preferences.ts';

export function useElementLabel(): (element: DataElement) => string {
  const language = usePreferences((state) => state.language);
  return (element) => {
    const [first] = partsOf([element]);
    return first === undefined ? element : elementCatalogue[first][language === 'id' ? 'label' : 'labelEn'];
  };
}
