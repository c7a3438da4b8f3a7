export {};

/** Attributes that Element Plus hands on to the control itself. */
declare module 'vue' {
  interface ComponentCustomProps {
    'aria-expanded'?: boolean;
    'aria-hidden'?: 'true' | boolean;
    'aria-label'?: string;
    'aria-describedby'?: string | undefined;
    'aria-invalid'?: 'true' | undefined;
    autocapitalize?: string;
    form?: string;
    lang?: string;
    required?: boolean;
    spellcheck?: 'true' | 'false' | boolean;
  }
}
