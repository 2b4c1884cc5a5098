import { useSearchParams } from 'wouter';

/** What the page shows the details of stands in its address: it can be sent to somebody, and Back closes it. */
export function useChosenKey(name: string): readonly [string | null, (key: string | null) => void] {
  const [params, setParams] = useSearchParams();
  return [
    params.get(name),
    (key) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        if (key === null) after.delete(name);
        else after.set(name, key);
        return after;
      }),
  ];
}
