/** Three streams that become one. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" role="img" aria-label="Tributary">
<rect width="32" height="32" rx="7" fill="#0b62c4"/>
<path d="M7 5c0 8 9 7 9 14M25 5c0 8-9 7-9 14M16 5v22" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/>
</svg>
`;
